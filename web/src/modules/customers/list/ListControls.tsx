import { ListFilter } from 'lucide-react'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogTrigger } from '../../../ui/Dialog.tsx'
import { FilterBar } from '../../../ui/Page.tsx'
import { TypedSearch } from '../../../ui/TypedSearch.tsx'
import { CustomerFilters } from './CustomerFilters.tsx'
import { countFilters, type CustomerSearch } from './customer-search.ts'
import { useListWords } from './messages.ts'

interface ListControlsProps {
  search: CustomerSearch
  onChange: (change: CustomerSearch) => void
}

/** Every filter taken away. */
export const nothing: CustomerSearch = {
  kind: undefined,
  unitId: undefined,
  ownerId: undefined,
  provinceId: undefined,
  provisional: undefined,
}

/** The search box and the filters: in one line on a desk, the filters behind a button on a phone. */
export function ListControls({ search, onChange }: ListControlsProps) {
  const words = useListWords()
  const count = countFilters(search)
  return (
    <FilterBar>
      <div className="flex gap-2 max-sm:w-full">
        <TypedSearch
          label={words.searchLabel}
          placeholder={words.search}
          sought={search.q ?? ''}
          onSearch={(q) => onChange({ q: q || undefined })}
          className="w-56 max-sm:flex-1"
        />
        <PhoneFilters search={search} onChange={onChange} count={count} />
      </div>
      <div className="flex flex-1 flex-wrap items-end gap-2.5 max-md:hidden xl:max-w-4xl">
        <CustomerFilters search={search} onChange={onChange} />
      </div>
    </FilterBar>
  )
}

function PhoneFilters({ search, onChange, count }: ListControlsProps & { count: number }) {
  const words = useListWords()
  const format = useFormat()
  return (
    <div className="md:hidden">
      <DialogTrigger>
        <Button icon={<ListFilter size={17} />}>{count > 0 ? words.filtersCount(format.number(count)) : words.filters}</Button>
        <Dialog
          title={words.filters}
          renderActions={(close) => (
            <>
              <Button variant="primary" onPress={close}>
                {words.showResults}
              </Button>
              <Button onPress={() => onChange(nothing)}>{words.clearFilters}</Button>
            </>
          )}
        >
          <div className="flex flex-col gap-4">
            <CustomerFilters labelled search={search} onChange={onChange} />
          </div>
        </Dialog>
      </DialogTrigger>
    </div>
  )
}
