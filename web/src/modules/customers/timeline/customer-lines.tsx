import {
  ArchiveRestore,
  FilePen,
  FolderOpen,
  Handshake,
  History,
  Landmark,
  Layers,
  type LucideIcon,
  Merge,
  StickyNote,
  Tag,
  Trash2,
  Waypoints,
} from 'lucide-react'
import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { useLabelOf, useOwnFields } from '../../../own-fields/use-own-fields.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { TimelineEntry } from '../../../ui/Timeline.tsx'
import { useCustomerWords } from '../messages.ts'
import type { LineKind, TimelineLine } from './line-kind.ts'
import { useTimelineWords } from './messages.ts'

/** Lines that the file itself leaves: opened, edited. */
export function useCustomerLines(): LineKind {
  const words = useTimelineWords()
  return {
    id: 'file',
    label: words.customerChanges,
    icon: History,
    kinds: ['customer.created', 'customer.changed', ...Object.keys(factIcons)],
    Line: CustomerLine,
  }
}

const factIcons: Record<string, LucideIcon> = {
  'customer.tagged': Tag,
  'customer.untagged': Tag,
  'customer.behaviour-noted': StickyNote,
  'customer.related': Waypoints,
  'customer.business-changed': Handshake,
  'customer.bank-account-changed': Landmark,
  'customer.classified': Layers,
  'customer.merged': Merge,
  'customer.removed': Trash2,
  'customer.restored': ArchiveRestore,
}

function CustomerLine({ line }: { line: TimelineLine }) {
  return line.kind in factIcons ? <FactLine line={line} /> : <FieldsLine line={line} />
}

/** Something beside the fields of the file: a tag, a relation, a class. */
function FactLine({ line }: { line: TimelineLine }) {
  const words = useTimelineWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const said = (name: string) => {
    const [fa, en] = [line.facts[name], line.facts[`${name}En`]]
    return String((format.language === 'en' ? (en ?? fa) : fa) ?? '')
  }
  const change = said('change')
  const titles: Record<string, string> = {
    'customer.removed': words.removed,
    'customer.restored': words.restored,
    'customer.tagged': words.tagged(said('tag')),
    'customer.untagged': words.untagged(said('tag')),
    'customer.behaviour-noted': words.noted,
    'customer.related': change === 'removed' ? words.unrelated(said('relation')) : words.related(said('relation')),
    'customer.business-changed': words.business,
    'customer.bank-account-changed': words.account,
    'customer.merged': words.merged(format.digits(said('code'))),
    'customer.classified': words.classified(said('scheme'), said('from') || words.noClass, said('to') || words.noClass),
  }
  const Icon = factIcons[line.kind] ?? History
  const account = said('account')
  return (
    <TimelineEntry icon={Icon} title={titles[line.kind] ?? words.other} time={format.time(line.at)} by={personName(line.personId)}>
      {account && (
        <p className="text-small text-muted">
          <Bidi ltr>{format.digits(account)}</Bidi>
        </p>
      )}
    </TimelineEntry>
  )
}

function FieldsLine({ line }: { line: TimelineLine }) {
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
