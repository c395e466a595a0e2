import { catalogueRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { useCatalogueWords } from './messages.ts'
import { Products } from './Products.tsx'
import { Topics } from './Topics.tsx'

/** What requests are about: products in a list, topics in a tree. */
export function CataloguePage() {
  const words = useCatalogueWords()
  const format = useFormat()
  const shown = useQuery(query(catalogueRoutes.show))
  return (
    <SettingsFrame section="catalogue">
      {shown.error && <ErrorState failure={shown.error} onRetry={() => void shown.refetch()} />}
      {shown.isPending && <SkeletonLines lines={8} />}
      {shown.data && (
        <>
          {shown.data.more && <p className="text-small text-muted">{words.more}</p>}
          <Tabs
            label={words.products}
            tabs={[
              {
                id: 'products',
                label: words.products,
                count: format.number(shown.data.products.length),
                content: <Products products={shown.data.products} />,
              },
              {
                id: 'topics',
                label: words.topics,
                count: format.number(shown.data.topics.length),
                content: <Topics topics={shown.data.topics} />,
              },
            ]}
          />
        </>
      )}
    </SettingsFrame>
  )
}
