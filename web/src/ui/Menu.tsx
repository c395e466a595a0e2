import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
} from 'react-aria-components'
import { classes, floating, floatingRow } from './classes.ts'
import { Kbd } from './Kbd.tsx'

export { MenuTrigger }

interface MenuProps extends Omit<AriaMenuProps<object>, 'className' | 'style'> {
  placement?: PopoverProps['placement']
}

/** A list of things to do; stands inside a `MenuTrigger`, after its button. */
export function Menu({ placement = 'bottom end', ...rest }: MenuProps) {
  return (
    <Popover
      offset={4}
      placement={placement}
      className={classes(floating, 'min-w-48 max-w-[min(22rem,calc(100vw-1rem))] overflow-y-auto p-1')}
    >
      <AriaMenu {...rest} className="outline-none" />
    </Popover>
  )
}

interface MenuItemProps extends Omit<AriaMenuItemProps, 'className' | 'style' | 'children'> {
  children: string
  icon?: ReactNode
  keys?: string
  hint?: ReactNode
  danger?: boolean
}

/** One thing to do. */
export function MenuItem({ children, icon, keys, hint, danger, ...rest }: MenuItemProps) {
  return (
    <AriaMenuItem
      textValue={children}
      {...rest}
      className={classes(floatingRow, 'cursor-pointer pointer-coarse:min-h-11', danger && 'text-danger!')}
    >
      {({ selectionMode, isSelected }) => (
        <>
          {icon && <span className={classes('grid w-5 place-items-center', !danger && 'text-muted')}>{icon}</span>}
          <span className="min-w-0 flex-1">
            <span className="block truncate">{children}</span>
            {hint && <span className="block truncate text-caption text-muted">{hint}</span>}
          </span>
          {keys && <Kbd keys={keys} />}
          {selectionMode !== 'none' && (
            <Check size={16} aria-hidden="true" className={classes('text-accent-text', !isSelected && 'invisible')} />
          )}
        </>
      )}
    </AriaMenuItem>
  )
}

/** Items of a menu that belong together, under a small title. */
export function MenuSection({
  title,
  children,
  ...rest
}: { title?: string; children: ReactNode } & Pick<
  React.ComponentProps<typeof AriaMenuSection>,
  'selectionMode' | 'selectedKeys' | 'onSelectionChange' | 'aria-label'
>) {
  return (
    <AriaMenuSection {...rest}>
      {title && <Header className="px-2.5 pt-2 pb-1 text-caption text-faint">{title}</Header>}
      {children}
    </AriaMenuSection>
  )
}

/** A line between groups of a menu. */
export const MenuLine = () => <Separator className="mx-2 my-1 h-px bg-line" />
