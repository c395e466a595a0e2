import { ListFilter, X } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useLanguage } from '../i18n/language.tsx'
import { Button } from '../ui/Button.tsx'
import type { Option } from '../ui/OptionList.tsx'
import { ConditionChips, type ListConditions } from './condition/ConditionChips.tsx'
import { partsJoined } from './condition/draft.rules.ts'
import { useConditionWords } from './condition/messages.ts'
import { type Filter, filterSaid } from './filter.ts'
import { useListsWords } from './messages.ts'

const ChoicePopover = lazy(() => import('../ui/ChoicePopover.tsx').then((loaded) => ({ default: loaded.ChoicePopover })))

const ConditionDialog = lazy(() => import('./condition/ConditionDialog.tsx').then((loaded) => ({ default: loaded.ConditionDialog })))

interface FilterChipsProps {
  filters: readonly Filter[]
  conditions?: ListConditions | undefined
  onClear: () => void
}

/** Entries of the list of filters that lead into the builder: any of its fields, or several conditions. */
const [builder, fieldPrefix] = ['builder', 'field:']

/** The filters in force, in words: each is changed by a press and taken away by its cross; and a button for another. */
export function FilterChips({ filters, conditions, onClear }: FilterChipsProps) {
  const words = useListsWords()
  const place = useRef<Element | null>(null)
  // The filter whose value is being chosen, or `add` while it is still to be said which.
  const [asked, setAsked] = useState<string | null>(null)
  // The builder is open, begun with a field or with none.
  const [building, setBuilding] = useState<{ begin?: string } | null>(null)
  const inForce = filters.filter(({ value }) => value !== null)
  const others = filters.filter(({ value, options }) => value === null && options.length > 0)
  const chosen = filters.find(({ key }) => key === asked)
  const offered = useOffered(others, conditions)
  const ask = (key: string, from: Element | null) => {
    place.current = from
    setAsked(key)
  }
  const choose = (id: string) => {
    if (id !== builder && !id.startsWith(fieldPrefix)) return setAsked(id)
    setAsked(null)
    setBuilding(id === builder ? {} : { begin: id.slice(fieldPrefix.length) })
  }
  const count = inForce.length + (conditions?.value ? partsJoined(conditions.value).length : 0)
  return (
    <div role="group" aria-label={words.filters} className="flex min-w-0 flex-wrap items-center gap-1.5 max-sm:order-1 max-sm:w-full">
      {inForce.map((filter) => (
        <Chip key={filter.key} filter={filter} onPress={(from) => ask(filter.key, from)} />
      ))}
      {conditions && <ConditionChips {...conditions} onOpen={() => setBuilding({})} />}
      {offered.length > 0 && <AddFilter onPress={(from) => ask('add', from)} />}
      {count > 1 && (
        <Button size="small" variant="quiet" onPress={onClear}>
          {words.clearFilters}
        </Button>
      )}
      <Suspense>
        {asked !== null && (
          <ChoicePopover
            key={asked}
            label={chosen?.label ?? words.whichFilter}
            options={chosen?.options ?? offered}
            value={chosen?.value ?? null}
            anchor={place}
            onClose={() => setAsked(null)}
            onChoose={(id) => {
              if (!chosen) return choose(id)
              setAsked(null)
              chosen.onChange(id)
            }}
          />
        )}
        {building && conditions && <ConditionDialog {...conditions} {...building} onClose={() => setBuilding(null)} />}
      </Suspense>
    </div>
  )
}

function AddFilter({ onPress }: { onPress: (from: Element) => void }) {
  const words = useListsWords()
  return (
    <Button size="small" variant="quiet" icon={<ListFilter size={15} />} onPress={({ target }) => onPress(target)} aria-haspopup="dialog">
      {words.addFilter}
    </Button>
  )
}

/** What a list can be narrowed by: its simple filters, the way to several conditions, and every other field there is. */
function useOffered(others: readonly Filter[], conditions: ListConditions | undefined): Option[] {
  const { moreFilters } = useConditionWords()
  const language = useLanguage()
  const simple = others.map(({ key, label }) => ({ id: key, label }))
  if (!conditions?.source.areRead) return simple
  const { source } = conditions
  const fields = source.fields.filter(({ key, operators }) => operators.length > 0 && !conditions.simple.includes(key))
  return [
    ...simple,
    { id: builder, label: moreFilters },
    ...fields.map(({ key, label, group }) => ({ id: `${fieldPrefix}${key}`, label: label[language], hint: source.groupName(group) })),
  ]
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
