import type { importRoutes, ResponseOf } from '@parvandeh/contract'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useLanguage } from '../../../i18n/language.tsx'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { classes } from '../../../ui/classes.ts'
import { useMappingWords } from './messages.ts'

type Tried = ResponseOf<typeof importRoutes.tryMapping>
const shownRequests = 6
const shownEvents = 6

/** What the first rows become under the mapping: requests with their events, and the problems row by row. */
export function TryResult({ tried, isStale }: { tried: Tried; isStale: boolean }) {
  const words = useMappingWords()
  const format = useFormat()
  const more = tried.requests.length - shownRequests
  return (
    <div className={classes('mt-5 flex flex-col gap-4', isStale && 'opacity-60')}>
      <p aria-live="polite">
        {words.tried(format.number(tried.rowsTried), format.number(tried.requests.length))}{' '}
        {isStale && <span className="text-caution">{words.stale}</span>}
      </p>
      {tried.problems.length === 0 ? (
        <p className="flex items-center gap-2 text-positive">
          <CircleCheck size={17} aria-hidden="true" />
          {words.noProblems}
        </p>
      ) : (
        <Problems problems={tried.problems} />
      )}
      <div className="grid items-start gap-3 md:grid-cols-2 xl:grid-cols-3">
        {tried.requests.slice(0, shownRequests).map((request) => (
          <TriedRequest key={request.number} request={request} />
        ))}
      </div>
      {more > 0 && <p className="text-small text-muted">{words.moreRequests(format.number(more))}</p>}
    </div>
  )
}

function TriedRequest({ request: { number, customer, events } }: { request: Tried['requests'][number] }) {
  const words = useMappingWords()
  const format = useFormat()
  const kinds: Record<string, string> = words.events
  return (
    <article className="min-w-0 rounded-control border border-line">
      <header className="flex items-baseline justify-between gap-3 border-b border-line px-3 py-2">
        <h3 className="min-w-0 truncate font-semibold">
          <Bidi>{number}</Bidi>
        </h3>
        <span className="truncate text-small text-muted">{customer === null ? words.noCustomer : <Bidi>{customer}</Bidi>}</span>
      </header>
      <ol className="px-3 py-1.5">
        {events.slice(0, shownEvents).map((event, index) => (
          <li key={index} className="flex items-baseline gap-2 py-0.5 text-small">
            <span className="shrink-0 text-faint">{format.moment(event.at)}</span>
            <Badge tone={event.kind === 'other' ? 'neutral' : 'accent'}>{kinds[event.kind] ?? event.kind}</Badge>
            <span dir="auto" className="min-w-0 truncate text-muted">
              {event.kind === 'other' ? event.label : (event.employee ?? '')}
            </span>
          </li>
        ))}
        {events.length > shownEvents && <li className="py-0.5 text-small text-muted">{words.eventsCount(format.number(events.length))}</li>}
      </ol>
    </article>
  )
}

function Problems({ problems }: Pick<Tried, 'problems'>) {
  const words = useMappingWords()
  const language = useLanguage()
  const format = useFormat()
  return (
    <section className="rounded-control border border-line">
      <h3 className="flex items-center gap-2 border-b border-line bg-caution-soft px-3 py-2 font-medium text-caution">
        <TriangleAlert size={17} aria-hidden="true" />
        {words.problemsTitle(format.number(problems.length))}
      </h3>
      <div className="max-h-72 overflow-auto" role="region" aria-label={words.problemsTitle(format.number(problems.length))} tabIndex={0}>
        <table className="w-full text-small">
          <thead className="text-start text-muted">
            <tr>
              {[words.problemColumns.row, words.problemColumns.column, words.problemColumns.reason].map((name) => (
                <th key={name} scope="col" className="px-3 py-1.5 text-start font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {problems.map((problem, index) => (
              <tr key={index} className="border-t border-line">
                <td className="px-3 py-1.5">{format.number(problem.row)}</td>
                <td className="px-3 py-1.5 whitespace-nowrap">{problem.column === null ? '—' : <Bidi>{problem.column}</Bidi>}</td>
                <td className="w-full px-3 py-1.5">{problem[language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
