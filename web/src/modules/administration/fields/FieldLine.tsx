import type { CustomField } from '@parvandeh/contract'
import { useLabelOf } from '../../../own-fields/use-own-fields.ts'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import { useFieldWords } from './messages.ts'
import { fieldIcons } from './field-icons.ts'

/** A field in a line: what it is called, its type, for whom, and what is asked of it. */
export function FieldLine({ field }: { field: CustomField }) {
  const words = useFieldWords()
  const labelOf = useLabelOf()
  const Icon = fieldIcons[field.type]
  const marks = (['required', 'unique', 'searchable', 'filtered'] as const).filter((mark) => field[mark])
  const kind = field.kinds.length === 1 ? field.kinds[0] : undefined
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
      <span className="flex min-w-0 flex-1 basis-55 items-center gap-3">
        <Icon size={17} aria-hidden="true" className="shrink-0 text-muted" />
        <span className="min-w-0 flex-1">
          <bdi className="block truncate font-medium">{labelOf(field.label)}</bdi>
          <span className="flex items-baseline gap-2 text-caption text-muted">
            {words.types[field.type]}
            <Bidi ltr className="text-faint">
              {field.key}
            </Bidi>
          </span>
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-1.5">
        {kind && <Badge>{words.kindNames[kind]}</Badge>}
        {field.visibleWhen !== null && <Badge>{words.conditional}</Badge>}
        {field.accessClass !== 'internal' && (
          <Badge tone={field.accessClass === 'public' ? 'neutral' : 'caution'}>{words.classes[field.accessClass]}</Badge>
        )}
        {marks.map((mark) => (
          <Badge key={mark} tone="accent">
            {words.marks[mark]}
          </Badge>
        ))}
      </span>
      {field.work && <Work work={field.work} />}
    </div>
  )
}

function Work({ work: { done, total } }: { work: NonNullable<CustomField['work']> }) {
  const words = useFieldWords()
  const format = useFormat()
  return (
    <div className="w-full max-w-md">
      <ProgressBar
        label={total === 0 ? words.workingSoon : words.working(format.number(done), format.number(total))}
        share={total === 0 ? null : done / total}
      />
    </div>
  )
}
