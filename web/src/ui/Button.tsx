import { type ReactNode, useEffect, useId } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { classes, focusRing } from './classes.ts'
import { Spinner } from './Spinner.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'medium' | 'small'

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent data-hovered:bg-accent-hover data-pressed:bg-accent-pressed hover:bg-accent-hover',
  secondary: 'border border-line-strong bg-surface text-text data-hovered:bg-hover data-pressed:bg-pressed hover:bg-hover',
  quiet: 'text-accent-text data-hovered:bg-hover data-pressed:bg-pressed hover:bg-hover',
  danger: 'bg-danger text-on-danger data-hovered:bg-danger-hover data-pressed:bg-danger-hover',
}

const sizes: Record<ButtonSize, string> = {
  medium: 'min-h-control px-3.5 text-body',
  small: 'min-h-control-small px-2.5 text-small',
}

/** The look of a button, for links that stand where a button would. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'medium', extra?: string): string {
  return classes(
    'relative inline-flex shrink-0 cursor-pointer items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap select-none',
    'transition-colors duration-100 data-disabled:cursor-not-allowed data-disabled:opacity-45 data-pending:cursor-progress',
    focusRing,
    variants[variant],
    sizes[size],
    extra,
  )
}

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> {
  children: ReactNode
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  /** While true the button shows work under way and takes no press; its width does not jump. */
  pending?: boolean
  className?: string
}

/** A button that says what happens when it is pressed. */
export function Button({ children, variant, size, icon, pending = false, className, ...rest }: ButtonProps) {
  const ownId = useId()
  const id = rest.id ?? ownId
  useTakenBack(id)
  return (
    <AriaButton {...rest} id={id} isPending={pending} className={buttonClass(variant, size, className)}>
      <span className={classes('inline-flex items-center gap-2', pending && 'invisible')}>
        {icon}
        {children}
      </span>
      {pending && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
    </AriaButton>
  )
}

/** React Aria speaks from a tenth of a second on after it is first asked to. */
const untilSpokenMilliseconds = 150

/**
 * What is read aloud of work under way names the button that began it, and stays for some seconds. When the button has
 * gone by then it would name nothing, so it is taken back with it.
 */
function useTakenBack(id: string) {
  useEffect(() => {
    const takeBack = () => {
      if (document.getElementById(id)) return
      for (const spoken of document.querySelectorAll(`[data-live-announcer] [aria-labelledby~="${id}"]`)) spoken.remove()
    }
    return () => {
      for (const wait of [0, untilSpokenMilliseconds]) setTimeout(takeBack, wait)
    }
  }, [id])
}
