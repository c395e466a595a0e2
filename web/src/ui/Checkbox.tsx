import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components'
import { choiceClass } from './choice.ts'

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  children?: ReactNode
  /** A sentence under the label on what ticking means. */
  hint?: ReactNode
}

/** Yes or no, to take effect when the form is sent. For an effect at once use `Switch`. */
export function Checkbox({ children, hint, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={choiceClass}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="mt-[0.3rem] grid size-4.5 shrink-0 place-items-center rounded-[0.3rem] border border-line-strong bg-surface text-on-accent transition-colors duration-100 group-data-focus-visible/choice:outline-2 group-data-focus-visible/choice:outline-offset-2 group-data-focus-visible/choice:outline-accent group-data-indeterminate/choice:border-accent group-data-indeterminate/choice:bg-accent group-data-invalid/choice:border-danger group-data-selected/choice:border-accent group-data-selected/choice:bg-accent">
            {isIndeterminate ? <Minus size={13} strokeWidth={3} /> : isSelected && <Check size={13} strokeWidth={3} />}
          </span>
          {(children || hint) && (
            <span className="min-w-0">
              {children}
              {hint && <span className="block text-small text-muted">{hint}</span>}
            </span>
          )}
        </>
      )}
    </AriaCheckbox>
  )
}
