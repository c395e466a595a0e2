import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBox, ListBoxItem, Popover as AriaPopover } from 'react-aria-components'
import { classes, floating, floatingRow } from './classes.ts'

/** Something to choose: its id goes to the program, its label to the person. */
export interface Option<Id extends string = string> {
  id: Id
  label: string
  /** A second line in smaller letters: a code, a unit, a phone. */
  hint?: string | undefined
  icon?: ReactNode
}

/** The list of options that drops under a select or a combo box. */
export function OptionList({ emptyText, options }: { emptyText?: ReactNode; options?: Iterable<Option> }) {
  return (
    <AriaPopover offset={4} className={classes(floating, 'min-w-(--trigger-width) max-w-[min(28rem,calc(100vw-1.5rem))] p-1')}>
      <ListBox
        items={options ?? []}
        className="max-h-80 overflow-y-auto outline-none"
        renderEmptyState={() => <div className="px-3 py-2 text-small text-muted">{emptyText}</div>}
      >
        {(option: Option) => (
          <ListBoxItem id={option.id} textValue={option.label} className={floatingRow}>
            {({ isSelected }) => <OptionLine option={option} isSelected={isSelected} />}
          </ListBoxItem>
        )}
      </ListBox>
    </AriaPopover>
  )
}

function OptionLine({ option, isSelected }: { option: Option; isSelected: boolean }) {
  return (
    <>
      {option.icon}
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          <bdi>{option.label}</bdi>
        </span>
        {option.hint && (
          <span className="block truncate text-caption font-normal text-muted">
            <bdi>{option.hint}</bdi>
          </span>
        )}
      </span>
      <Check size={16} aria-hidden="true" className={classes('shrink-0 text-accent-text', !isSelected && 'invisible')} />
    </>
  )
}
