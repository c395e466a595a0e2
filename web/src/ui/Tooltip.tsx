import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, type TooltipProps as AriaTooltipProps } from 'react-aria-components'
import { Kbd } from './Kbd.tsx'

export { TooltipTrigger } from 'react-aria-components'

interface TooltipProps extends Omit<AriaTooltipProps, 'className' | 'children' | 'style'> {
  children: ReactNode
  keys?: string | undefined
}

/** A few words on what an icon does. Never the only place of a fact. */
export function Tooltip({ children, keys, ...rest }: TooltipProps) {
  return (
    <AriaTooltip
      {...rest}
      offset={6}
      className="flex max-w-72 items-center gap-2 rounded-control bg-text px-2.5 py-1 text-small text-surface shadow-raised data-entering:animate-[appear_100ms_ease-out]"
    >
      {children}
      {keys && <Kbd onDark keys={keys} />}
    </AriaTooltip>
  )
}
