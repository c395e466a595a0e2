import { similarRequestRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import type { RequestView } from '../request.types.ts'
import { useRequestWords } from './messages.ts'
import { keyOf } from './use-act.ts'

/** Solved requests that are like this one, while it is still to be solved; nothing where none is. */
export function SimilarRequests({ request }: { request: RequestView }) {
  const words = useRequestWords()
  const { digits, relative } = useFormat()
  const isUnderWay = request.status === 'new' || request.status === 'open' || request.status === 'waiting'
  const { data } = useQuery({ ...query(similarRequestRoutes.list, { params: keyOf(request) }), enabled: isUnderWay })
  if (!isUnderWay || !data || data.rows.length === 0) return null
  return (
    <Card title={words.similar}>
      <ul className="flex flex-col divide-y divide-line">
        {data.rows.map(({ id, number, subject, resolvedAt, solution }) => (
          <li key={id} className="flex flex-col gap-0.5 py-2 first:pt-0 last:pb-0">
            <Link to="/requests/$number" params={{ number }} className="font-medium">
              <bdi>{subject}</bdi>
            </Link>
            {solution && (
              <span className="line-clamp-3 text-small">
                <bdi>{solution}</bdi>
              </span>
            )}
            <span className="text-caption text-muted">{words.solvedThen(digits(number), relative(resolvedAt))}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
