import { customerRoutes, provenanceRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { Check, CircleHelp, RotateCcw, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { query, useWrite } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { SkeletonLines } from '../../../ui/states.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useEvidenceWords } from './messages.ts'
import { useOriginSentence, useStandingSentence } from './origin-sentence.ts'
import type { Origin, PastValue } from './origins.ts'
import { useRefreshFile } from './refresh-file.ts'
import { useValueText } from './value-text.ts'

interface OriginPanelProps {
  customerId: string
  origin: Origin
  name: string
  mayEdit: boolean
  version: number
}

/** Where a value comes from, who stands by it, and what was there before; with what can be done about it. */
export function OriginPanel(props: OriginPanelProps) {
  const { origin, name, mayEdit } = props
  const words = useEvidenceWords()
  const format = useFormat()
  const sentence = useOriginSentence()
  const standing = useStandingSentence()
  const may = useMay()
  return (
    <div className="flex w-80 max-w-full flex-col gap-3">
      <div>
        <h3 className="text-small font-semibold">{name}</h3>
        <p>{sentence(origin)}</p>
        <p className="text-small text-muted">
          {standing(origin)}
          {!origin.confirmed && !origin.doubted && ` · ${words.unconfirmed}`}
          {(origin.confirmed ?? origin.doubted) && ` · ${words.confidence(format.percent(origin.confidence))}`}
        </p>
        {origin.importId && may('imports.run') && (
          <Link to="/imports/$importId" params={{ importId: origin.importId }} className="text-small">
            {words.openImport}
          </Link>
        )}
      </div>
      {mayEdit && <Judge {...props} />}
      <Older {...props} />
    </div>
  )
}

function Judge(props: OriginPanelProps) {
  const [isDoubting, setDoubting] = useState(false)
  return isDoubting ? (
    <Doubt {...props} onDone={() => setDoubting(false)} />
  ) : (
    <div className="flex flex-wrap gap-1.5">
      <Confirm {...props} />
      <DoubtButton {...props} onDoubt={() => setDoubting(true)} />
    </div>
  )
}

function Doubt({ customerId, origin, onDone }: OriginPanelProps & { onDone: () => void }) {
  const words = useEvidenceWords()
  const refresh = useRefreshFile(customerId)
  const [note, setNote] = useState('')
  const doubt = useWrite(provenanceRoutes.doubt, { onSuccess: refresh, onError: toastFailure })
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (note.trim() === '') return
        doubt.mutate({ params: { customerId }, body: { field: origin.field, note: note.trim() } }, { onSuccess: onDone })
      }}
    >
      <TextField autoFocus label={words.doubtReason} placeholder={words.doubtPlaceholder} maxLength={300} value={note} onChange={setNote} />
      <Button type="submit" size="small" variant="primary" pending={doubt.isPending}>
        {words.doubtSave}
      </Button>
    </form>
  )
}

function Confirm({ customerId, origin: { field, confirmed } }: OriginPanelProps) {
  const words = useEvidenceWords()
  const refresh = useRefreshFile(customerId)
  const confirm = useWrite(provenanceRoutes.confirm, { onSuccess: refresh, onError: toastFailure })
  const params = { customerId }
  if (confirmed)
    return (
      <Button size="small" pending={confirm.isPending} onPress={() => confirm.mutate({ params, body: { field, confirmed: false } })}>
        {words.unconfirm}
      </Button>
    )
  return (
    <Button
      size="small"
      icon={<Check size={15} />}
      pending={confirm.isPending}
      onPress={() => confirm.mutate({ params, body: { field } }, { onSuccess: () => toast({ text: words.confirmed }) })}
    >
      {words.confirm}
    </Button>
  )
}

function DoubtButton({ customerId, origin: { field, doubted }, onDoubt }: OriginPanelProps & { onDoubt: () => void }) {
  const words = useEvidenceWords()
  const refresh = useRefreshFile(customerId)
  const doubt = useWrite(provenanceRoutes.doubt, { onSuccess: refresh, onError: toastFailure })
  const takeBack = () => doubt.mutate({ params: { customerId }, body: { field, note: null } })
  return doubted ? (
    <Button size="small" variant="quiet" icon={<Undo2 size={15} />} pending={doubt.isPending} onPress={takeBack}>
      {words.undoubt}
    </Button>
  ) : (
    <Button size="small" variant="quiet" icon={<CircleHelp size={15} />} onPress={onDoubt}>
      {words.doubt}
    </Button>
  )
}

function Older({ customerId, origin, mayEdit, version }: OriginPanelProps) {
  const words = useEvidenceWords()
  const hasOlder = origin.older > 0
  const asked = query(provenanceRoutes.history, { params: { customerId, field: origin.field } })
  const { data, error } = useQuery({ ...asked, enabled: hasOlder })
  if (!hasOlder) return <p className="border-t border-line pt-2 text-small text-faint">{words.noOlder}</p>
  const older = data?.values.filter(({ until, ofMerged }) => until !== null || ofMerged) ?? []
  return (
    <section className="border-t border-line pt-2">
      <h4 className="text-caption font-medium text-faint">{words.older}</h4>
      {error && <p className="text-small text-danger">{error.title}</p>}
      {!data && !error && <SkeletonLines lines={2} />}
      <ul className="flex max-h-64 flex-col divide-y divide-line overflow-y-auto">
        {older.map((value) => (
          <OlderValue key={value.id ?? value.recordedAt} {...{ customerId, value, version, mayEdit }} field={origin.field} />
        ))}
      </ul>
    </section>
  )
}

interface OlderValueProps {
  customerId: string
  field: string
  value: PastValue
  version: number
  mayEdit: boolean
}

function OlderValue({ customerId, field, value, version, mayEdit }: OlderValueProps) {
  const words = useEvidenceWords()
  const format = useFormat()
  const text = useValueText()
  const sentence = useOriginSentence()
  const refresh = useRefreshFile(customerId)
  const { data: before } = useQuery({ ...query(customerRoutes.show, { params: { customerId } }), enabled: false })
  const undo = useWrite(customerRoutes.patch, { onSuccess: refresh, onError: toastFailure })
  const restore = useWrite(provenanceRoutes.restore, {
    onError: toastFailure,
    onSuccess: (file) => {
      refresh()
      const was =
        before &&
        (field.startsWith('accessPoints.') ? { accessPoints: before.accessPoints } : { [field]: before[field as 'district'] ?? null })
      toast({
        text: words.restored,
        ...(was && { onUndo: () => undo.mutate({ params: { customerId }, body: { ...was, version: file.version } }) }),
      })
    },
  })
  const { id } = value
  return (
    <li className="flex items-start gap-2 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere">
          <bdi>{text(field, value.value)}</bdi>
        </p>
        <p className="text-caption text-muted">
          {sentence(value)}
          {value.until && ` · ${words.until(format.date(value.recordedAt), format.date(value.until))}`}
          {value.ofMerged && ` · ${words.ofMerged}`}
        </p>
      </div>
      {mayEdit && id !== null && value.value !== null && (
        <Button
          size="small"
          variant="quiet"
          icon={<RotateCcw size={14} />}
          pending={restore.isPending}
          onPress={() => restore.mutate({ params: { customerId }, body: { id, version } })}
        >
          {words.restore}
        </Button>
      )}
    </li>
  )
}
