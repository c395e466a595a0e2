import type { ReactNode } from 'react'
import { Dialog, Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components'
import { classes, floating } from './classes.ts'

interface PopoverProps extends Pick<AriaPopoverProps, 'placement' | 'isOpen' | 'onOpenChange' | 'triggerRef'> {
  /** What the panel is, for screen readers. */
  label: string
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A small panel that belongs to a button; stands inside a `DialogTrigger`, after it. */
export function Popover({ label, children, ...rest }: PopoverProps) {
  return (
    <AriaPopover {...rest} offset={6} className={classes(floating, 'max-h-[80dvh] max-w-[calc(100vw-1rem)] overflow-y-auto')}>
      <Dialog aria-label={label} className="p-4 outline-none">
        {({ close }) => (typeof children === 'function' ? children(close) : children)}
      </Dialog>
    </AriaPopover>
  )
}
