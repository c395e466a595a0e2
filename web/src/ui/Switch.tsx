import type { ReactNode } from 'react'
import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from 'react-aria-components'
import { choiceClass } from './choice.ts'

interface SwitchProps extends Omit<AriaSwitchProps, 'className' | 'style' | 'children'> {
  children: ReactNode
  hint?: ReactNode
}

/** On or off, with effect at once. */
export function Switch({ children, hint, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className={choiceClass}>
      <span className="mt-[0.2rem] flex h-5.5 w-9.5 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-colors duration-100 group-data-focus-visible/choice:outline-2 group-data-focus-visible/choice:outline-offset-2 group-data-focus-visible/choice:outline-accent group-data-selected/choice:bg-accent">
        <span className="size-4.5 rounded-full bg-surface shadow-raised transition-[margin] duration-100 group-data-selected/choice:ms-4" />
      </span>
      <span className="min-w-0">
        {children}
        {hint && <span className="block text-small text-muted">{hint}</span>}
      </span>
    </AriaSwitch>
  )
}
