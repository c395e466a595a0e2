import type { relationRoutes, ResponseOf } from '@parvandeh/contract'
import { Badge } from '../../../ui/Badge.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { useKinds } from './kinds.ts'
import { useRelationWords } from './messages.ts'

export type Graph = ResponseOf<typeof relationRoutes.graph>

/** The relations of the graph in words, for those who read rather than look. */
export function GraphList({ graph }: { graph: Graph }) {
  const words = useRelationWords()
  const { acrossName } = useKinds()
  const nodes = new Map(graph.nodes.map((node) => [node.customerId, node]))
  const name = (id: string) => (
    <Link to="/customers/$customerId" params={{ customerId: id }}>
      <bdi>{nodes.get(id)?.displayName}</bdi>
    </Link>
  )
  return (
    <Card title={words.asList}>
      <ul className="grid gap-x-8 gap-y-1 md:grid-cols-2">
        {graph.edges.map(({ id, kindId, from, to, role, ended }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2">
            {name(from)}
            <Badge tone={ended ? 'neutral' : 'accent'}>{acrossName(kindId, 'b')}</Badge>
            {name(to)}
            {role && <span className="text-small text-muted">{role}</span>}
            {ended && <span className="text-caption text-faint">{words.ended}</span>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
