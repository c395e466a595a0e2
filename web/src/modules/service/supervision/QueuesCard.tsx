import { useDirectory } from '../../../api/directory.ts'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Load } from './Load.tsx'
import { useSupervisionWords } from './messages.ts'
import type { Supervision } from './supervision.types.ts'

/** What nobody has taken, by unit. */
export function QueuesCard({ queues }: { queues: Supervision['queues'] }) {
  const words = useSupervisionWords()
  const { unitName } = useDirectory()
  const most = Math.max(1, ...queues.map((pile) => pile.inWork + pile.waiting))
  return (
    <Card title={words.queues}>
      {queues.length === 0 && <p className="text-small text-muted">{words.queuesEmpty}</p>}
      <ul className="flex flex-col gap-3">
        {queues
          .toSorted((a, b) => b.inWork - a.inWork)
          .map(({ unitId, ...pile }) => (
            <li key={unitId ?? 'none'} className="flex flex-col gap-1">
              <Link
                to="/requests"
                search={{ holderId: 'nobody', status: 'unfinished', sort: 'priority', ...(unitId === null ? {} : { unitId }) }}
                className="truncate text-body text-text!"
              >
                <bdi>{unitName(unitId) ?? words.noUnit}</bdi>
              </Link>
              <Load held={pile} most={most} />
            </li>
          ))}
      </ul>
    </Card>
  )
}
