import { provenanceRoutes } from '@parvandeh/contract'
import { Check, CircleHelp, PhoneOff, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Link } from '../../../ui/Link.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useEvidenceWords } from './messages.ts'
import { OlderValues } from './OlderValues.tsx'
import { useOriginSentence, useStandingSentence } from './origin-sentence.ts'
import type { Origin } from './origins.ts'
import { useRefreshFile } from './refresh-file.ts'

interface OriginPanelProps {
  customerId: string
  origin: Origin
  name: string
  mayEdit: boolean
  version?: number | undefined
  isPhone: boolean
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
        {origin.contact && (origin.kind === 'call' || origin.kind === 'message') && (
          <Link
            to="/customers/$customerId"
            params={{ customerId: props.customerId }}
            search={{ line: origin.contact.id }}
            className="text-small"
          >
            {words.openContact[origin.kind]}
          </Link>
        )}
        {origin.importId && may('imports.run') && (
          <Link to="/imports/$importId" params={{ importId: origin.importId }} className="text-small">
            {words.openImport}
          </Link>
        )}
      </div>
      {mayEdit && <Judge {...props} />}
      <OlderValues {...props} />
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
      {props.isPhone && !props.origin.doubted && <WrongNumber {...props} />}
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

/** Says in one press that the number is somebody else's; it is doubted from now on. */
function WrongNumber({ customerId, origin: { field } }: OriginPanelProps) {
  const words = useEvidenceWords()
  const refresh = useRefreshFile(customerId)
  const doubt = useWrite(provenanceRoutes.doubt, { onSuccess: refresh, onError: toastFailure })
  const say = (note: string | null) => ({ params: { customerId }, body: { field, note } })
  const said = () => toast({ text: words.wrongNumberSaid, onUndo: () => doubt.mutate(say(null)) })
  return (
    <Button
      size="small"
      icon={<PhoneOff size={15} />}
      pending={doubt.isPending}
      onPress={() => doubt.mutate(say(words.wrongNumberNote), { onSuccess: said })}
    >
      {words.wrongNumber}
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
