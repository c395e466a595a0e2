import { Check } from 'lucide-react'
import { useFormat } from '../../../persian/format.ts'
import { classes } from '../../../ui/classes.ts'
import type { Import } from '../import.types.ts'
import { useProgressWords } from './messages.ts'

const order = ['staging', 'loading', 'done'] as const

/** The steps of an import in a line: what is behind it, where it is, what is ahead. */
export function Steps({ state }: { state: Import['state'] }) {
  const words = useProgressWords()
  const format = useFormat()
  const reached = order.indexOf(state as (typeof order)[number])
  return (
    <ol aria-label={words.stepOf} className="flex items-center gap-3 overflow-x-auto">
      {order.map((step, index) => {
        const isBehind = index < reached
        const isHere = index === reached
        return (
          <li
            key={step}
            aria-current={isHere ? 'step' : undefined}
            className={classes('flex items-center gap-2 whitespace-nowrap', index < order.length - 1 && 'flex-1')}
          >
            <span
              className={classes(
                'grid size-6 shrink-0 place-items-center rounded-full text-caption font-semibold',
                isBehind && 'bg-positive-soft text-positive',
                isHere && 'bg-accent text-on-accent',
                index > reached && 'bg-hover text-faint',
              )}
            >
              {isBehind ? <Check size={14} aria-hidden="true" /> : format.number(index + 1)}
            </span>
            <span className={classes('text-small', isHere ? 'font-semibold' : 'text-muted max-sm:sr-only')}>{words.steps[step]}</span>
            {index < order.length - 1 && <span aria-hidden="true" className="mx-1 h-px min-w-4 flex-1 bg-line" />}
          </li>
        )
      })}
    </ol>
  )
}
