import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { Card } from '../../../ui/Card.tsx'
import type { RequestView } from '../request.types.ts'
import { eventIcons, useEventWords } from './event-words.ts'
import { useRequestWords } from './messages.ts'

/** Everything that happened to the request, from the report down to now. */
export function Path({ request }: { request: RequestView }) {
  const words = useRequestWords()
  return (
    <Card title={words.path}>
      <ol className="flex flex-col">
        {request.events.map((event) => (
          <PathStep key={event.id} event={event} isOwn={event.number === request.number} />
        ))}
      </ol>
    </Card>
  )
}

function PathStep({ event, isOwn }: { event: RequestView['events'][number]; isOwn: boolean }) {
  const words = useRequestWords()
  const format = useFormat()
  const said = useEventWords()
  const { personName } = useDirectory()
  const Icon = eventIcons[event.kind]
  const by = [personName(event.personId), isOwn ? undefined : words.ofRequest(format.digits(event.number))].filter(Boolean).join(' · ')
  return (
    <li className="group/step relative flex gap-2.5 pb-3 last:pb-0">
      <span aria-hidden="true" className="absolute start-3 top-6 bottom-0 w-px bg-line group-last/step:hidden" />
      <span className="grid size-6 shrink-0 place-items-center rounded-full bg-hover text-muted">
        <Icon size={13} aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-2">
          <span className="text-small font-medium">{said(event)}</span>
          <time dateTime={event.at} title={format.moment(event.at)} className="text-caption text-muted">
            {format.relative(event.at)}
          </time>
        </div>
        {by && <p className="text-caption text-muted">{by}</p>}
        {event.note && (
          <p dir="auto" className="text-small whitespace-pre-wrap text-muted">
            {event.note}
          </p>
        )}
      </div>
    </li>
  )
}
