import { classes } from './classes.ts'

/** A key or a chord as it is named on the keyboard, such as `Ctrl+K`. */
export function Kbd({ keys, onDark = false }: { keys: string; onDark?: boolean }) {
  return (
    <kbd
      dir="ltr"
      className={classes(
        'inline-flex min-w-5 items-center justify-center rounded-[0.3rem] border px-1 font-sans text-[0.6875rem] leading-4.5 font-medium',
        onDark ? 'border-surface/30' : 'border-line bg-sunken text-muted',
      )}
    >
      {keys}
    </kbd>
  )
}
