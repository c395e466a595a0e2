import { catalogueRoutes } from '@parvandeh/contract'
import { foldJoined } from '@parvandeh/contract/persian'
import { Package, Plus } from 'lucide-react'
import { useState } from 'react'
import { addressOf } from '../../../api/call.ts'
import { useMay } from '../../../api/session.ts'
import type { ListSearch } from '../../../lists/list-search.ts'
import { RecordList, wholeList } from '../../../lists/RecordList.tsx'
import { StatusBadge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import type { Column } from '../../../ui/Table.tsx'
import type { Product } from './catalogue.types.ts'
import { useCatalogueWords } from './messages.ts'
import { ProductDialog } from './ProductDialog.tsx'

/** Products, found by name or code; opened to be changed by those who may. */
export function Products({ products }: { products: readonly Product[] }) {
  const words = useCatalogueWords()
  const may = useMay()
  const columns = useColumns()
  const [search, setSearch] = useState<ListSearch>({})
  const [edited, setEdited] = useState<Product | 'new' | null>(null)
  const typed = foldJoined(search.q ?? '')
  const fitting = products.filter(({ name, code }) => foldJoined(`${name} ${code ?? ''}`).includes(typed))
  const canChange = may('catalogue.manage')
  return (
    <div className="flex flex-col gap-gap">
      <RecordList
        name="products"
        label={words.products}
        columns={columns}
        rowKey={({ id }) => id}
        list={wholeList(fitting)}
        search={search}
        onShow={setSearch}
        sought={{ label: words.searchProducts, placeholder: words.searchProducts }}
        exportHref={(out) => addressOf(catalogueRoutes.exportProducts, { query: out })}
        tools={
          canChange && (
            <Button variant="primary" icon={<Plus size={16} />} onPress={() => setEdited('new')}>
              {words.addProduct}
            </Button>
          )
        }
        {...(canChange && { onOpen: setEdited })}
        empty={
          products.length === 0 ? (
            <EmptyState icon={<Package size={22} />} title={words.noProducts}>
              {words.noProductsText}
            </EmptyState>
          ) : (
            <EmptyState compact title={words.nothing} />
          )
        }
      />
      {edited !== null && <ProductDialog product={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  )
}

function useColumns(): readonly Column<Product>[] {
  const words = useCatalogueWords()
  const { columns } = words
  return [
    {
      key: 'name',
      header: columns.name,
      phone: 'title',
      grow: true,
      essential: true,
      text: ({ name }) => name,
      cell: ({ name }) => <bdi className="font-medium">{name}</bdi>,
    },
    {
      key: 'code',
      header: columns.code,
      width: 176,
      text: ({ code }) => code,
      cell: ({ code }) =>
        code && (
          <Bidi ltr className="text-muted">
            {code}
          </Bidi>
        ),
    },
    {
      key: 'state',
      header: columns.state,
      phone: 'aside',
      width: 144,
      text: ({ active }) => (active ? words.active : words.inactive),
      cell: ({ active }) => <ActiveState active={active} />,
    },
  ]
}

/** Whether it is still offered. */
export function ActiveState({ active }: { active: boolean }) {
  const words = useCatalogueWords()
  return active ? (
    <StatusBadge shape="check" tone="positive">
      {words.active}
    </StatusBadge>
  ) : (
    <StatusBadge shape="dash">{words.inactive}</StatusBadge>
  )
}
