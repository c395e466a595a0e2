import { useFormat } from '../../../persian/format.ts'
import { Card } from '../../../ui/Card.tsx'
import { useSupervisionWords } from './messages.ts'
import type { Supervision } from './supervision.types.ts'

type Hour = Supervision['hours'][number]

/** The hours from the first to the last in which something happened, those between included. */
function spanned(hours: readonly Hour[]): Hour[] {
  const [first, last] = [hours[0], hours.at(-1)]
  if (!first || !last) return []
  return Array.from({ length: last.hour - first.hour + 1 }, (_, index) => {
    const hour = first.hour + index
    return hours.find((one) => one.hour === hour) ?? { hour, arrived: 0, resolved: 0 }
  })
}

/** What came in today and what was resolved, hour by hour: two bars each, read from the start side. */
export function HoursCard({ hours }: { hours: Supervision['hours'] }) {
  const words = useSupervisionWords()
  const { number, digits } = useFormat()
  const shown = spanned(hours)
  const most = Math.max(1, ...shown.flatMap(({ arrived, resolved }) => [arrived, resolved]))
  const total = (key: 'arrived' | 'resolved') => number(shown.reduce((sum, hour) => sum + hour[key], 0))
  return (
    <Card title={words.today}>
      {shown.length === 0 && <p className="text-small text-muted">{words.todayEmpty}</p>}
      {shown.length > 0 && (
        <>
          <p className="mb-2 flex flex-wrap gap-x-4 text-small text-muted">
            <Mark colour="bg-notice">{`${words.arrived}: ${total('arrived')}`}</Mark>
            <Mark colour="bg-positive">{`${words.resolved}: ${total('resolved')}`}</Mark>
          </p>
          <ul aria-label={words.today} className="flex h-28 items-stretch gap-1">
            {shown.map(({ hour, arrived, resolved }) => (
              <li
                key={hour}
                className="flex min-w-0 flex-1 flex-col items-center"
                title={`${words.hour(digits(hour))}: ${words.todayText(number(arrived), number(resolved))}`}
              >
                <span className="flex min-h-0 w-full flex-1 items-end justify-center gap-px" aria-hidden="true">
                  <span className="w-2/5 rounded-t-[0.25rem] bg-notice" style={{ blockSize: `${(arrived / most) * 100}%` }} />
                  <span className="w-2/5 rounded-t-[0.25rem] bg-positive" style={{ blockSize: `${(resolved / most) * 100}%` }} />
                </span>
                <span className="text-caption text-muted" aria-hidden="true">
                  {digits(hour)}
                </span>
                <span className="sr-only">{`${words.hour(digits(hour))}: ${words.todayText(number(arrived), number(resolved))}`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

const Mark = ({ colour, children }: { colour: string; children: string }) => (
  <span className="inline-flex items-center gap-1.5">
    <span className={`size-2.5 rounded-full ${colour}`} aria-hidden="true" />
    {children}
  </span>
)
