import type { ReactNode } from 'react'
import { Label, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { classes, focusRing } from './classes.ts'

interface SegmentedProps<Id extends string> {
  label: string
  options: readonly { id: Id; label: string; icon?: ReactNode }[]
  value: Id
  onChange: (value: Id) => void
  /** Shows the label above, as a field does; else it is only read aloud. */
  showLabel?: boolean
  className?: string
}

/** One of a few short choices, side by side. For longer ones use `RadioGroup` or `Select`. */
export function Segmented<Id extends string>({ label, options, value, onChange, showLabel = false, className }: SegmentedProps<Id>) {
  return (
    <div className={classes('flex min-w-0 flex-col gap-1', className)}>
      {showLabel && <Label className="text-small font-medium text-muted select-none">{label}</Label>}
      <ToggleButtonGroup
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          const [key] = keys
          if (key !== undefined) onChange(key as Id)
        }}
        className="flex min-h-control min-w-0 items-stretch gap-0.5 overflow-x-auto rounded-control border border-line bg-sunken p-0.5"
      >
        {options.map(({ id, label: name, icon }) => (
          <ToggleButton
            key={id}
            id={id}
            className={classes(
              'flex min-w-fit flex-1 cursor-pointer items-center justify-center gap-1.5 rounded-[0.375rem] px-2.5 text-small whitespace-nowrap text-muted',
              'data-hovered:text-text data-selected:bg-raised data-selected:font-medium data-selected:text-text data-selected:shadow-raised',
              focusRing,
              '-outline-offset-2!',
            )}
          >
            {icon}
            {name}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}
