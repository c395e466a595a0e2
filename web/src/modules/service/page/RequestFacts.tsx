import { useDirectory } from '../../../api/directory.ts'
import { useFormat } from '../../../persian/format.ts'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { useCatalogue } from '../catalogue.ts'
import { useServiceWords } from '../messages.ts'
import type { RequestView } from '../request.types.ts'
import { RequestNumber } from '../RequestNumber.tsx'
import { useRequestWords } from './messages.ts'

type Fact = Parameters<typeof Facts>[0]['facts'][number]

/** What is known about the request, apart from what was said; a fact that was not recorded says so. */
export function RequestFacts({ request }: { request: RequestView }) {
  const words = useRequestWords()
  const facts = [...useHands(request), ...useSubjectFacts(request), ...useMoments(request), ...useEnding(request)]
  return (
    <Card title={words.facts}>
      <Facts columns={2} facts={facts} />
    </Card>
  )
}

function useHands({ holderId, unitId }: RequestView): Fact[] {
  const words = useServiceWords()
  const { personName, unitName } = useDirectory()
  return [
    { term: words.holder, value: holderId ? personName(holderId) : <span className="text-caution">{words.nobody}</span> },
    { term: words.unit, value: unitName(unitId) ?? words.noUnit },
  ]
}

function useSubjectFacts(request: RequestView): Fact[] {
  const words = useServiceWords()
  const { topicName, productName } = useCatalogue()
  const topic = topicName(request.topicId)
  const product = productName(request.productId)
  return [
    ...(topic ? [{ term: words.topic, value: topic }] : []),
    ...(product ? [{ term: words.product, value: <bdi>{product}</bdi> }] : []),
    { term: words.channel, value: words.channels[request.channel] },
  ]
}

function useMoments(request: RequestView): Fact[] {
  const words = useRequestWords()
  const service = useServiceWords()
  const format = useFormat()
  const { personName } = useDirectory()
  const at = (instant: string, by?: string) => (
    <span title={format.moment(instant)}>
      {format.relative(instant)}
      {by && <span className="block text-small text-muted">{by}</span>}
    </span>
  )
  const first = request.firstResponseAt
  const faint = (text: string) => <span className="text-faint">{text}</span>
  return [
    { term: service.reported, value: at(request.reportedAt) },
    { term: words.registered, value: at(request.registeredAt, personName(request.registeredBy)) },
    {
      term: words.firstResponse,
      value: first
        ? at(first, personName(request.firstResponseBy))
        : faint(request.firstResponseRecorded ? words.notYet : words.firstResponseNot),
    },
    ...(request.resolvedAt ? [{ term: words.resolvedAt, value: at(request.resolvedAt, personName(request.resolvedBy)) }] : []),
    ...(request.closedAt ? [{ term: words.closedAt, value: at(request.closedAt) }] : []),
  ]
}

function useEnding(request: RequestView): Fact[] {
  const words = useRequestWords()
  const service = useServiceWords()
  const format = useFormat()
  const link = (number: string) => (
    <Link key={number} to="/requests/$number" params={{ number }} className="me-2">
      <RequestNumber number={number} />
    </Link>
  )
  return [
    ...(request.outcome ? [{ term: words.outcome, value: service.outcomes[request.outcome] }] : []),
    ...(request.reopenedCount > 0 ? [{ term: words.reopened, value: words.times(format.number(request.reopenedCount)) }] : []),
    { term: words.exchanges, value: words.times(format.number(request.exchangeCount)) },
    ...(request.mergedIntoNumber ? [{ term: words.mergedInto, value: link(request.mergedIntoNumber) }] : []),
    ...(request.mergedNumbers.length > 0 ? [{ term: words.mergedHere, value: request.mergedNumbers.map(link) }] : []),
    ...(request.source
      ? [
          {
            term: words.source,
            value: (
              <bdi>{[request.source === 'demo' ? words.fromDemo : request.source, request.externalNumber].filter(Boolean).join(' · ')}</bdi>
            ),
          },
        ]
      : []),
  ]
}
