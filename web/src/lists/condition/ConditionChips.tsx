import type { Condition } from '@parvandeh/contract'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useListsWords } from '../messages.ts'
import type { ConditionSource } from './condition-source.types.ts'
import { partsJoined, withoutPart } from './draft.rules.ts'
import { useConditionWords } from './messages.ts'
import { useSaid } from './use-said.ts'

/** Conditions by which a list is narrowed beside its simple filters. */
export interface ListConditions {
  source: ConditionSource
  value: Condition | null
  onChange: (condition: Condition | null) => void
  /** Fields that the list has a simple filter for. */
  simple: readonly string[]
  /** Stands at the foot of the builder. */
  renderAside?: ((condition: Condition | null) => ReactNode) | undefined
}

/** The conditions in force, each as a sentence: a press opens them for a change, the cross takes one away. */
export function ConditionChips({ source, value, onChange, onOpen }: ListConditions & { onOpen: () => void }) {
  const words = useListsWords()
  const { chip } = useConditionWords()
  const said = useSaid(source)
  if (value === null || !source.areRead) return null
  return partsJoined(value).map((part, place) => (
    <span
      // Parts have no names of their own, and are few.
      key={place}
      className="inline-flex min-h-control-small max-w-full items-stretch overflow-hidden rounded-control border border-accent-line bg-accent-soft text-small"
    >
      <button
        type="button"
        aria-haspopup="dialog"
        title={said(part)}
        onClick={onOpen}
        className="min-w-0 cursor-pointer truncate ps-2.5 pe-1.5 -outline-offset-2! hover:bg-hover sm:max-w-96"
      >
        <span className="sr-only">{chip}: </span>
        <bdi className="font-medium">{said(part)}</bdi>
      </button>
      <button
        type="button"
        aria-label={words.removeFilter(said(part))}
        onClick={() => onChange(withoutPart(value, place))}
        className="grid w-7 cursor-pointer place-items-center text-muted -outline-offset-2! hover:bg-hover hover:text-text pointer-coarse:w-9"
      >
        <X size={14} aria-hidden="true" />
      </button>
    </span>
  ))
}

/** The conditions as the head of a printed list says them. */
export function ConditionsSaid({ source, value }: Pick<ListConditions, 'source' | 'value'>) {
  const said = useSaid(source)
  return value !== null && source.areRead ? <bdi className="me-3 font-medium">{said(value)}</bdi> : null
}
