import { X } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useFormat } from '../persian/format.ts'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { isEmpty, nothingSelected, type Selection } from '../ui/table/selection.rules.ts'
import type { BulkChange, BulkPlan, BulkVerb } from './bulk.types.ts'
import { useListsWords } from './messages.ts'

const ChoicePopover = lazy(() => import('../ui/ChoicePopover.tsx').then((loaded) => ({ default: loaded.ChoicePopover })))
const BulkDialog = lazy(() => import('./BulkDialog.tsx').then((loaded) => ({ default: loaded.BulkDialog })))

interface BulkBarProps<Row> {
  plan: BulkPlan<Row>
  selection: Selection
  picked: readonly Row[]
  /** There are rows that fit and have not been read. */
  hasMore: boolean
  count: { count: number; more: boolean } | undefined
  onSelect: (selection: Selection) => void
}

const none = '—'

/** Stands over the foot of the page while rows are picked: how many, all of them, and what can be done to them. */
export function BulkBar<Row>({ plan, selection, picked, hasMore, count, onSelect }: BulkBarProps<Row>) {
  const words = useListsWords()
  const anchor = useRef<Element | null>(null)
  const [asked, setAsked] = useState<BulkVerb | null>(null)
  const [begun, setBegun] = useState<{ change: BulkChange; said: string } | null>(null)
  const begin = (verb: BulkVerb, value: string | null, valueSaid: string) => {
    setAsked(null)
    const rows = selection.allFitting ? 'all' : picked
    if (plan.run?.(verb.key, value, rows)) return onSelect(nothingSelected)
    setBegun({ change: plan.begin(verb.key, value, rows), said: valueSaid === '' ? verb.label : `${verb.label}: ${valueSaid}` })
  }
  const press = (verb: BulkVerb, from: Element) => {
    anchor.current = from
    if (verb.options) setAsked(verb)
    else begin(verb, null, '')
  }
  const bar = !isEmpty(selection) && (
    <section
      aria-label={words.bulk.label}
      data-print="no"
      className="fixed inset-x-4 bottom-4 z-20 mx-auto flex w-fit max-w-full flex-wrap items-center gap-1.5 rounded-card bg-raised px-3 py-2 shadow-floating animate-[appear_120ms_ease-out] max-md:bottom-20"
    >
      <Picked {...{ selection, count, hasMore, onSelect }} many={picked.length} />
      <span className="mx-1 h-5 w-px bg-line" />
      {plan.verbs.map((verb) => (
        <Button
          key={verb.key}
          size="small"
          icon={<verb.icon size={15} />}
          aria-haspopup="dialog"
          onPress={({ target }) => press(verb, target)}
        >
          {verb.label}
        </Button>
      ))}
      <IconButton size="small" label={words.keys.letGo} keys="Esc" icon={<X size={16} />} onPress={() => onSelect(nothingSelected)} />
    </section>
  )
  return (
    <>
      {bar}
      <Suspense>
        {asked?.options && (
          <ChoicePopover
            key={asked.key}
            label={asked.label}
            options={asked.none ? [{ id: none, label: asked.none }, ...asked.options] : asked.options}
            anchor={anchor}
            onClose={() => setAsked(null)}
            onChoose={(id) => {
              const label = id === none ? (asked.none ?? '') : (asked.options?.find((option) => option.id === id)?.label ?? '')
              begin(asked, id === none ? null : id, label)
            }}
          />
        )}
        {begun && <BulkDialog {...begun} plan={plan} onApplied={() => onSelect(nothingSelected)} onClose={() => setBegun(null)} />}
      </Suspense>
    </>
  )
}

type PickedProps = Pick<BulkBarProps<never>, 'selection' | 'count' | 'hasMore' | 'onSelect'> & { many: number }

/** How many rows are picked, and the way to all that fit. */
function Picked({ selection, count, hasMore, onSelect, many }: PickedProps) {
  const words = useListsWords()
  const format = useFormat()
  const { bulk } = words
  const all = count ? format.number(count.count) : ''
  const [pickAll, allPicked] = count?.more ? [bulk.pickAllOver, bulk.allOverPicked] : [bulk.pickAll, bulk.allPicked]
  return (
    <>
      <span aria-live="polite" className="px-1 text-small font-medium">
        {selection.allFitting ? allPicked(all) : words.rowsPicked(format.number(many))}
      </span>
      {hasMore && !selection.allFitting && (
        <Button size="small" variant="quiet" onPress={() => onSelect({ keys: new Set(), allFitting: true })}>
          {pickAll(all)}
        </Button>
      )}
    </>
  )
}
