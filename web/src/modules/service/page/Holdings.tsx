import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { Card } from '../../../ui/Card.tsx'
import { useServiceWords } from '../messages.ts'
import { useNow } from '../now.ts'
import type { RequestView } from '../request.types.ts'
import { useSpan } from '../span.ts'
import { useRequestWords } from './messages.ts'

/** Who has had the request in hand or queue, how long each, and when it waited for others. */
export function Holdings({ request: { holdings, waits } }: { request: RequestView }) {
  const words = useRequestWords()
  const service = useServiceWords()
  const span = useStay()
  const { personName, unitName } = useDirectory()
  if (holdings.length === 0) return null
  return (
    <Card title={words.holdings}>
      <ol className="flex flex-col gap-2">
        {holdings.map(({ unitId, personId, from, to, reason }) => {
          const unit = unitName(unitId)
          const who = personName(personId) ?? (unit ? words.queueOf(unit) : words.queue)
          const why = words.holdingReasons[reason as keyof typeof words.holdingReasons]
          return (
            <Line
              key={`${from} ${who}`}
              main={who}
              detail={[personId ? unit : undefined, why].filter(Boolean).join(' · ')}
              aside={span(from, to)}
            />
          )
        })}
        {waits.length > 0 && <li className="border-t border-line pt-2 text-small text-muted">{words.waits}</li>}
        {waits.map(({ kind, from, to }) => (
          <Line key={from} main={words.waitingOn(service.waitOn[kind])} aside={span(from, to)} />
        ))}
      </ol>
    </Card>
  )
}

/** «۲ ساعت و ۱۰ دقیقه»، or the same with «تا اکنون» while it lasts; its ends on hover. */
function useStay() {
  const words = useRequestWords()
  const format = useFormat()
  const span = useSpan()
  const now = useNow()
  return (from: string, to: string | null) => {
    const seconds = Math.max(0, (to === null ? now.getTime() : Date.parse(to)) - Date.parse(from)) / 1000
    const said = span(seconds)
    return {
      said: to === null ? words.spanUntilNow(said) : said,
      title: `${format.moment(from)} — ${to === null ? words.untilNow : format.moment(to)}`,
    }
  }
}

function Line({ main, detail, aside }: { main: string; detail?: string; aside: { said: string; title: string } }) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-3">
      <span className="min-w-0">
        <span className="block text-small font-medium">{main}</span>
        {detail && <span className="block text-caption text-muted">{detail}</span>}
      </span>
      <span className="text-small text-muted" title={aside.title}>
        {aside.said}
      </span>
    </li>
  )
}
