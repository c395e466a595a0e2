import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps, TooltipTrigger } from 'react-aria-components'
import { type ButtonSize, type ButtonVariant, buttonClass } from './Button.tsx'
import { Tooltip } from './Tooltip.tsx'

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** What the button does: read aloud and shown on hover. */
  label: string
  icon: ReactNode
  /** The key that does the same. */
  keys?: string
  variant?: ButtonVariant
  size?: ButtonSize
  className?: string
}

/** A button with an icon alone; its name is never left out. */
export function IconButton({ label, icon, keys, variant = 'quiet', size = 'medium', className, ...rest }: IconButtonProps) {
  const square = size === 'medium' ? 'w-control px-0!' : 'w-control-small px-0!'
  const tone = variant === 'quiet' ? 'text-muted! data-hovered:text-text!' : ''
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...rest} aria-label={label} className={buttonClass(variant, size, `${square} ${tone} ${className ?? ''}`)}>
        {icon}
      </AriaButton>
      <Tooltip keys={keys}>{label}</Tooltip>
    </TooltipTrigger>
  )
}
