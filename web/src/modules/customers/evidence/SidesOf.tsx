import type { consistencyRoutes, ResponseOf } from '@parvandeh/contract'
import { useDirectory } from '../../../api/directory.ts'
import { formatPhone } from '@parvandeh/contract/persian'
import { useFormat } from '../../../persian/format.ts'
import { Bidi } from '../../../ui/Bidi.tsx'
import { useCustomerWords } from '../messages.ts'
import { usePlaces } from '../../../places/places.ts'
import { useEvidenceWords } from './messages.ts'

export type Contradiction = ResponseOf<typeof consistencyRoutes.list>['rows'][number]
type Side = Contradiction['stated']

/** Both sides of a contradiction, next to each other where there is room. */
export function SidesOf({ one }: { one: Contradiction }) {
  const words = useEvidenceWords()
  const say = useSideText()
  const isSeen = one.stated.as !== 'condition'
  const observedTerm = one.rule.builtIn === 'doubted-value' ? words.doubtSaid : isSeen ? words.observed : words.asRule
  return (
    <dl className="grid grid-cols-1 gap-2 sm:grid-cols-2">
      <OneSide
        term={one.stated.as === 'condition' ? words.ruleSays : words.stated}
        side={one.stated}
        text={say(one.stated)}
        className="border-line"
      />
      <OneSide term={observedTerm} side={one.observed} text={say(one.observed)} className="border-caution" />
    </dl>
  )
}

function OneSide({ term, side, text, className }: { term: string; side: Side; text: string; className: string }) {
  return (
    <div className={`min-w-0 border-s-2 ps-2.5 ${className}`}>
      <dt className="text-caption text-faint">{term}</dt>
      <dd className="wrap-anywhere">
        <Bidi ltr={side.as === 'phone'}>{text}</Bidi>
      </dd>
    </div>
  )
}

/** What one side says, in words. */
export function useSideText() {
  const words = useEvidenceWords()
  const format = useFormat()
  const places = usePlaces()
  const { kinds } = useCustomerWords()
  const valueOf = ({ as, value }: Side): string => {
    const id = typeof value === 'number' ? value : undefined
    if (as === 'city') return places.cityName(id) ?? ''
    if (as === 'county') return places.countyName(id) ?? ''
    if (as === 'province') return places.provinceName(id) ?? ''
    if (as === 'phone') return formatPhone(String(value), format.language)
    if (as === 'kind' && (value === 'person' || value === 'organisation')) return kinds[value]
    return format.digits(String(value ?? ''))
  }
  return (side: Side): string => {
    if (side.as === 'note' && side.value === null) return words.otherPerson(format.number(side.count ?? 1))
    if (side.as === 'text' && side.value === null) return words.conditionHolds
    const text = valueOf(side)
    if (side.count === undefined) return text
    if (side.of === undefined || side.of === side.count) return words.seen(text, format.number(side.count))
    return words.seenOf(text, format.number(side.count), format.number(side.of))
  }
}

/** «بازدید ۱۲ مهر، زهرا امینی»: the calls, visits and parcels behind a contradiction. */
export function EvidenceOf({ one }: { one: Contradiction }) {
  const words = useEvidenceWords()
  const format = useFormat()
  const { personName } = useDirectory()
  if (one.evidence.length === 0) return null
  return (
    <p className="text-caption text-muted">
      {words.evidence}:{' '}
      {one.evidence
        .slice(0, 5)
        .map(({ kind, at, personId }) =>
          [words.contacts[kind as keyof typeof words.contacts] ?? '', format.date(at), personName(personId) ?? '']
            .filter(Boolean)
            .join(' '),
        )
        .join(words.comma)}
      {one.evidence.length > 5 && '…'}
    </p>
  )
}
