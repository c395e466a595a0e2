import { FilePen, FolderOpen, History } from 'lucide-react'
import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { useLabelOf, useOwnFields } from '../../../own-fields/use-own-fields.ts'
import { TimelineEntry } from '../../../ui/Timeline.tsx'
import { useCustomerWords } from '../messages.ts'
import type { LineKind, TimelineLine } from './line-kind.ts'
import { useTimelineWords } from './messages.ts'

/** Lines that the file itself leaves: opened, edited. */
export function useCustomerLines(): LineKind {
  const words = useTimelineWords()
  return { id: 'file', label: words.customerChanges, icon: History, kinds: ['customer.created', 'customer.changed'], Line: CustomerLine }
}

function CustomerLine({ line }: { line: TimelineLine }) {
  const words = useTimelineWords()
  const { fields: names } = useCustomerWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const isNew = line.kind === 'customer.created'
  const labelOf = useLabelOf()
  const own = new Map(useOwnFields().fields.map(({ key, label }) => [`custom.${key}`, labelOf(label)]))
  const changed = String(line.facts.fields ?? '')
    .split(' ')
    .flatMap((field) => (field in names ? [names[field as keyof typeof names]] : (own.get(field) ?? [])))
  return (
    <TimelineEntry
      icon={isNew ? FolderOpen : FilePen}
      title={isNew ? words.opened : words.changed}
      time={format.time(line.at)}
      by={personName(line.personId)}
    >
      {changed.length > 0 && (
        <p className="text-small text-muted">{words.changedFields(changed.join(format.language === 'fa' ? '، ' : ', '))}</p>
      )}
    </TimelineEntry>
  )
}

/** A line whose maker is not known here, such as one of a module that was added later. */
export function OtherLine({ line }: { line: TimelineLine }) {
  const words = useTimelineWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const { subject } = line.facts
  return (
    <TimelineEntry icon={History} title={words.other} time={format.time(line.at)} by={personName(line.personId)}>
      {typeof subject === 'string' && <p className="text-small text-muted">{subject}</p>}
    </TimelineEntry>
  )
}
