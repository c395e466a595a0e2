import { customerRoutes, relationRoutes } from '@parvandeh/contract'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { query } from '../../../api/query.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { useCustomerWords } from '../messages.ts'
import { GraphList } from './GraphList.tsx'
import { useRelationWords } from './messages.ts'
import { RelationGraph } from './RelationGraph.tsx'

/** The files around a file: drawn, and as a list. */
export function RelationsPage() {
  const words = useRelationWords()
  const shared = useCustomerWords()
  const navigate = useNavigate()
  const { customerId } = useParams({ from: '/app/customers/$customerId/relations' })
  const { data: file } = useSuspenseQuery(query(customerRoutes.show, { params: { customerId } }))
  const graph = useQuery(query(relationRoutes.graph, { params: { customerId }, query: {} }))
  const title = words.graphTitle(file.displayName)
  return (
    <Page
      title={title}
      subtitle={words.graphHint}
      above={
        <Breadcrumbs
          trail={[
            { label: shared.title, href: '/customers' },
            { label: file.displayName, href: `/customers/${customerId}` },
            { label: words.title },
          ]}
        />
      }
    >
      <title>{title}</title>
      {graph.error && <ErrorState failure={graph.error} onRetry={() => void graph.refetch()} />}
      {graph.isPending && <SkeletonLines lines={8} />}
      {graph.data && graph.data.nodes.length < 2 && <EmptyState title={words.alone} />}
      {graph.data && graph.data.nodes.length > 1 && (
        <>
          <RelationGraph
            key={customerId}
            graph={graph.data}
            onOpen={(id) => void navigate({ to: '/customers/$customerId', params: { customerId: id } })}
            onCentre={(id) => void navigate({ to: '/customers/$customerId/relations', params: { customerId: id } })}
          />
          {graph.data.more && <p className="text-small text-muted">{words.notAll}</p>}
          <GraphList graph={graph.data} />
        </>
      )}
    </Page>
  )
}
