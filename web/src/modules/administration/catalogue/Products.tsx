import { foldJoined } from '@parvandeh/contract/persian'
import { Package, Plus } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '../../../api/session.ts'
import { StatusBadge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FilterBar } from '../../../ui/Page.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import type { Product } from './catalogue.types.ts'
import { useCatalogueWords } from './messages.ts'
import { ProductDialog } from './ProductDialog.tsx'

/** Products, found by name or code; opened to be changed by those who may. */
export function Products({ products }: { products: readonly Product[] }) {
  const words = useCatalogueWords()
  const may = useMay()
  const columns = useColumns()
  const [typed, setTyped] = useState('')
  const [edited, setEdited] = useState<Product | 'new' | null>(null)
  const fitting = products.filter(({ name, code }) => foldJoined(`${name} ${code ?? ''}`).includes(foldJoined(typed)))
  const canChange = may('catalogue.manage')
  return (
    <div className="flex flex-col gap-gap">
      <FilterBar>
        <SearchField label={words.searchProducts} value={typed} onChange={setTyped} className="sm:w-80!" />
        {canChange && (
          <Button variant="primary" icon={<Plus size={16} />} onPress={() => setEdited('new')}>
            {words.addProduct}
          </Button>
        )}
      </FilterBar>
      <Table
        label={words.products}
        columns={columns}
        rows={fitting}
        rowKey={({ id }) => id}
        {...(canChange ? { onOpen: setEdited } : {})}
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
    { key: 'name', header: columns.name, phone: 'title', grow: true, cell: ({ name }) => <bdi className="font-medium">{name}</bdi> },
    {
      key: 'code',
      header: columns.code,
      cell: ({ code }) =>
        code && (
          <Bidi ltr className="text-muted">
            {code}
          </Bidi>
        ),
    },
    { key: 'state', header: columns.state, phone: 'aside', cell: ({ active }) => <ActiveState active={active} /> },
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
