import type { ChequeState, customerRoutes, EntryKind, ResponseOf } from '@parvandeh/contract'
import { Banknote, type LucideIcon, ReceiptText, TicketX } from 'lucide-react'
import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import type { Tone } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Link } from '../../../ui/Link.tsx'
import { TimelineEntry } from '../../../ui/Timeline.tsx'
import { useSalesWords } from '../messages.ts'
import { useAccountWords } from './messages.ts'

type TimelineLine = ResponseOf<typeof customerRoutes.timeline>['rows'][number]

const kinds = ['finance.entered', 'finance.voided', 'finance.cheque-moved']

/** The lines that money leaves on the timeline of the customer's file. */
export function useAccountLines() {
  const words = useAccountWords()
  return { id: 'finance', label: words.lines, icon: Banknote, kinds, Line: AccountLine }
}

function AccountLine({ line }: { line: TimelineLine }) {
  const format = useFormat()
  const words = useAccountWords()
  const { personName } = useDirectory()
  const { number, amount, dueDay, note, reason } = line.facts
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const said = text(note) || text(reason)
  return (
    <TimelineEntry {...lookOf(line)} title={useTold(line)} time={format.time(line.at)} by={personName(line.personId)}>
      <p className="flex flex-wrap items-baseline gap-x-2.5">
        <Link to="/customers/$customerId/ledger" params={{ customerId: line.subjectId }} search={{ entry: text(line.facts.entryId) }}>
          <Bidi>{format.digits(text(number))}</Bidi>
        </Link>
        {typeof amount === 'number' && <Bidi className="font-medium">{format.money(amount)}</Bidi>}
        {text(dueDay) && <span className="text-small text-muted">{words.dueOn(format.day(text(dueDay)))}</span>}
      </p>
      {said && (
        <p className="text-small text-muted">
          <bdi>{said}</bdi>
        </p>
      )}
    </TimelineEntry>
  )
}

function lookOf({ kind, facts }: TimelineLine): { icon: LucideIcon; tone?: Tone } {
  if (kind === 'finance.voided') return { icon: TicketX }
  if (kind === 'finance.cheque-moved') return { icon: Banknote, tone: facts.state === 'bounced' ? 'danger' : 'notice' }
  return { icon: facts.entry === 'receipt' || facts.entry === 'cheque' ? Banknote : ReceiptText, tone: 'notice' }
}

function useTold({ kind, facts }: TimelineLine): string {
  const { told } = useAccountWords()
  const { kinds: names, states } = useSalesWords()
  const name = names[facts.entry as EntryKind] ?? ''
  if (kind === 'finance.voided') return told.voided(name)
  if (kind === 'finance.cheque-moved') return told.moved(states[facts.state as ChequeState] ?? '')
  return told.entered(name)
}
