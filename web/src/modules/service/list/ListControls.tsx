import { ListFilter } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useFormat } from '../../../persian/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog, DialogTrigger } from '../../../ui/Dialog.tsx'
import { FilterBar } from '../../../ui/Page.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { useListWords } from './messages.ts'
import { Order, RequestFilters } from './RequestFilters.tsx'
import { countFilters, type RequestSearch } from './request-search.ts'

interface ListControlsProps {
  /** Stands at the start of the line of the search box. */
  presets: ReactNode
  search: RequestSearch
  onChange: (change: RequestSearch) => void
}

const nothing: RequestSearch = {
  status: undefined,
  priority: undefined,
  unitId: undefined,
  holderId: undefined,
  topicId: undefined,
  productId: undefined,
  customerId: undefined,
}

/** The search box and the filters: in one line on a desk, the filters behind a button on a phone. */
export function ListControls({ presets, search, onChange }: ListControlsProps) {
  const words = useListWords()
  const format = useFormat()
  const count = countFilters(search)
  return (
    <FilterBar>
      <div className="flex w-full! min-w-0 flex-wrap gap-2.5">
        {presets}
        <div className="flex gap-2 max-sm:w-full">
          <TypedSearch typed={search.q ?? ''} onSearch={(q) => onChange({ q: q || undefined })} />
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
                  <RequestFilters labelled search={search} onChange={onChange} />
                </div>
              </Dialog>
            </DialogTrigger>
          </div>
        </div>
        <div className="ms-auto max-md:hidden">
          <Order search={search} onChange={onChange} />
        </div>
      </div>
      <div className="flex flex-wrap items-end gap-2.5 max-md:hidden">
        <RequestFilters search={search} onChange={onChange} />
        {count > 0 && (
          <Button variant="quiet" onPress={() => onChange(nothing)}>
            {words.clearFilters}
          </Button>
        )}
      </div>
    </FilterBar>
  )
}

const typingMilliseconds = 180

/** What is typed is shown at once, and searched for when the fingers rest. */
function TypedSearch({ typed, onSearch }: { typed: string; onSearch: (text: string) => void }) {
  const words = useListWords()
  const [text, setText] = useState(typed)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef(typed)
  useEffect(() => {
    // The address changed by itself: back, or a link.
    if (typed !== sent.current) setText(typed)
    sent.current = typed
  }, [typed])
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (next: string) => {
    setText(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      sent.current = next.trim()
      onSearch(next.trim())
    }, typingMilliseconds)
  }
  return <SearchField label={words.searchLabel} placeholder={words.search} value={text} onChange={type} className="w-72 max-sm:flex-1" />
}
