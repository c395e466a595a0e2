import { customerRoutes, provenanceRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { query, useWrite } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { SkeletonLines } from '../../../ui/states.tsx'
import { toast, toastFailure } from '../../../ui/toast.tsx'
import { useEvidenceWords } from './messages.ts'
import { useOriginSentence } from './origin-sentence.ts'
import type { Origin, PastValue } from './origins.ts'
import { useRefreshFile } from './refresh-file.ts'
import { useValueText } from './value-text.ts'

type CustomerFile = ResponseOf<typeof customerRoutes.show>

interface OlderValuesProps {
  customerId: string
  origin: Origin
  mayEdit: boolean
  version?: number | undefined
}

/** What the field has held before, each with its source; one of the file's own values can be put back. */
export function OlderValues({ customerId, origin, mayEdit, version }: OlderValuesProps) {
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
  version: number | undefined
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
      const was = before && valueBefore(before, field)
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
      {mayEdit && version !== undefined && id !== null && value.value !== null && (
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

function valueBefore(file: CustomerFile, field: string) {
  if (field.startsWith('accessPoints.')) return { accessPoints: file.accessPoints }
  const own = /^x\.(.+)$/u.exec(field)?.[1]
  return own === undefined ? { [field]: file[field as 'district'] ?? null } : { custom: { [own]: file.custom?.[own] ?? null } }
}
