import { Check, Minus } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useRef } from 'react'

interface TickProps {
  label: string
  isOn: boolean
  isPartly?: boolean
  /** Told whether Shift was held, which picks a whole stretch. */
  onChange: (withShift: boolean) => void
  /** Left out, the Tab key stops at it. */
  isPassedByTab?: boolean
}

/** The small box that picks a row. A plain input: a long table has many of them. */
export function Tick({ label, isOn, isPartly = false, onChange, isPassedByTab = false }: TickProps) {
  const shift = useRef(false)
  const note = (event: MouseEvent | KeyboardEvent) => {
    shift.current = event.shiftKey
  }
  const Sign = isPartly ? Minus : Check
  return (
    <label data-print="no" className="relative grid size-6 cursor-pointer place-items-center" onMouseDown={note} onKeyDown={note}>
      <input
        type="checkbox"
        aria-label={label}
        checked={isOn}
        ref={(input) => {
          if (input) input.indeterminate = isPartly
        }}
        tabIndex={isPassedByTab ? -1 : undefined}
        onChange={() => onChange(shift.current)}
        className="peer size-4 cursor-pointer appearance-none rounded-[0.25rem] border border-line-strong bg-surface checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent hover:border-muted"
      />
      <Sign
        size={12}
        strokeWidth={3}
        aria-hidden="true"
        className="pointer-events-none invisible absolute text-on-accent peer-checked:visible peer-indeterminate:visible"
      />
    </label>
  )
}
