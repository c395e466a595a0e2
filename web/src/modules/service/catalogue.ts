import { catalogueRoutes, type ResponseOf } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { query } from '../../api/query.ts'

type Catalogue = ResponseOf<typeof catalogueRoutes.show>

/** Topics and products; they change seldom and every list names them. */
export const catalogueQuery = { ...query(catalogueRoutes.show), staleTime: 5 * 60_000 }

const nothing: Catalogue = { topics: [], products: [], more: false }

/** Topics and products with their names by id; empty until read. */
export function useCatalogue() {
  const { data = nothing } = useQuery(catalogueQuery)
  return useMemo(() => {
    const topics = new Map(data.topics.map((topic) => [topic.id, topic]))
    const products = new Map(data.products.map(({ id, name }) => [id, name]))
    return {
      topicName: (id: string | null) => (id === null ? undefined : topics.get(id)?.name),
      productName: (id: string | null) => (id === null ? undefined : products.get(id)),
      /** Those still in use, to choose among; the topic above is the hint. */
      topicOptions: data.topics
        .filter(({ active }) => active)
        .map(({ id, name, parentId }) => ({ id, label: name, hint: parentId === null ? undefined : topics.get(parentId)?.name })),
      productOptions: data.products
        .filter(({ active }) => active)
        .map(({ id, name, code }) => ({ id, label: name, hint: code ?? undefined })),
    }
  }, [data])
}
