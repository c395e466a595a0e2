import { ListFilter, X } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { type Filter, filterSaid } from './filter.ts'
import { useListsWords } from './messages.ts'

const ChoicePopover = lazy(() => import('../ui/ChoicePopover.tsx').then((loaded) => ({ default: loaded.ChoicePopover })))

interface FilterChipsProps {
  filters: readonly Filter[]
  onClear: () => void
}

/** The filters in force, in words: each is changed by a press and taken away by its cross; and a button for another. */
export function FilterChips({ filters, onClear }: FilterChipsProps) {
  const words = useListsWords()
  const place = useRef<Element | null>(null)
  // The filter whose value is being chosen, or `add` while it is still to be said which.
  const [asked, setAsked] = useState<string | null>(null)
  const inForce = filters.filter(({ value }) => value !== null)
  const others = filters.filter(({ value, options }) => value === null && options.length > 0)
  const chosen = filters.find(({ key }) => key === asked)
  const ask = (key: string, from: Element | null) => {
    place.current = from
    setAsked(key)
  }
  return (
    <div role="group" aria-label={words.filters} className="flex min-w-0 flex-wrap items-center gap-1.5 max-sm:order-1 max-sm:w-full">
      {inForce.map((filter) => (
        <Chip key={filter.key} filter={filter} onPress={(from) => ask(filter.key, from)} />
      ))}
      {others.length > 0 && (
        <Button
          size="small"
          variant="quiet"
          icon={<ListFilter size={15} />}
          onPress={({ target }) => ask('add', target)}
          aria-haspopup="dialog"
        >
          {words.addFilter}
        </Button>
      )}
      {inForce.length > 1 && (
        <Button size="small" variant="quiet" onPress={onClear}>
          {words.clearFilters}
        </Button>
      )}
      {asked !== null && (
        <Suspense>
          <ChoicePopover
            key={asked}
            label={chosen?.label ?? words.whichFilter}
            options={chosen?.options ?? others.map(({ key, label }) => ({ id: key, label }))}
            value={chosen?.value ?? null}
            anchor={place}
            onClose={() => setAsked(null)}
            onChoose={(id) => {
              setAsked(chosen ? null : id)
              chosen?.onChange(id)
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

function Chip({ filter, onPress }: { filter: Filter; onPress: (from: Element) => void }) {
  const words = useListsWords()
  const { label, said } = filterSaid(filter) ?? { label: '', said: '' }
  return (
    <span className="inline-flex min-h-control-small max-w-full items-stretch overflow-hidden rounded-control border border-accent-line bg-accent-soft text-small">
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={(event) => onPress(event.currentTarget)}
        className="min-w-0 cursor-pointer truncate ps-2.5 pe-1.5 -outline-offset-2! hover:bg-hover"
      >
        <span className="text-muted">{label}:</span> <bdi className="font-medium">{said}</bdi>
      </button>
      <button
        type="button"
        aria-label={words.removeFilter(label)}
        onClick={() => filter.onChange(null)}
        className="grid w-7 cursor-pointer place-items-center text-muted -outline-offset-2! hover:bg-hover hover:text-text pointer-coarse:w-9"
      >
        <X size={14} aria-hidden="true" />
      </button>
    </span>
  )
}
