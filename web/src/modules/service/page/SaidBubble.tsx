import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { classes } from '../../../ui/classes.ts'
import { useServiceWords } from '../messages.ts'
import type { Said } from './conversation-days.ts'
import { DocumentChips } from './DocumentChips.tsx'
import { useRequestWords } from './messages.ts'
import { type SaidKind, saidIcons, saidKind } from './said-kind.ts'

/** The customer speaks from the reading start, we from the end; talk among ourselves stands across and is told by its edge. */
const places: Record<'theirs' | 'ours' | 'internal', string> = {
  theirs: 'me-[12%] self-start rounded-es-none border-line bg-surface',
  ours: 'ms-[12%] self-end rounded-ee-none border-accent-line bg-accent-soft',
  internal: 'self-stretch border-dashed border-caution/50 bg-caution-soft',
}

const sideOf = (kind: SaidKind, direction: Said['direction']) => (kind === 'note' ? 'internal' : direction === 'in' ? 'theirs' : 'ours')

/** One message, call, visit or note: who, how, when, and the words; its title where it has one of its own. */
export function SaidBubble({ said, customerName, isTitled }: { said: Said; customerName: string; isTitled: boolean }) {
  const words = useRequestWords()
  const { channels } = useServiceWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const kind = saidKind(said)
  const Icon = saidIcons[kind]
  const who = said.direction === 'in' && said.kind === 'message' ? customerName : personName(said.personId)
  const aside = [
    said.kind === 'message' && kind !== 'note' ? channels[said.channel] : undefined,
    said.minutes !== null && said.kind !== 'message' ? format.duration(said.minutes * 60) : undefined,
    said.source === 'machine' ? words.byMachine : said.source === 'import' ? words.imported : undefined,
  ].filter(Boolean)
  return (
    <article
      className={classes(
        'flex max-w-[min(100%,44rem)] min-w-0 flex-col gap-1 rounded-card border px-3.5 py-2',
        places[sideOf(kind, said.direction)],
      )}
    >
      <header className="flex flex-wrap items-center gap-x-2 text-small text-muted">
        <Icon size={15} className="shrink-0" aria-hidden="true" />
        <span className="font-medium text-text">{words.kinds[kind]}</span>
        {who && <bdi>{who}</bdi>}
        {aside.length > 0 && <span>{aside.join(' · ')}</span>}
        <time dateTime={said.startedAt} title={format.moment(said.startedAt)} className="ms-auto">
          {format.time(said.startedAt)}
        </time>
      </header>
      {isTitled && <p className="text-body font-medium">{said.subject}</p>}
      <Words said={said} isTitled={isTitled} />
      {said.documentIds.length > 0 && <DocumentChips customerId={said.customerId} documentIds={said.documentIds} />}
    </article>
  )
}

function Words({ said, isTitled }: { said: Said; isTitled: boolean }) {
  const words = useRequestWords()
  if (said.withheld.includes('body')) return <p className="text-small text-faint">{words.withheld}</p>
  if (!said.body) return isTitled ? null : <p className="text-small text-faint">{words.noWords}</p>
  return (
    <p dir="auto" className="text-body whitespace-pre-wrap">
      {said.body}
    </p>
  )
}
