import type { ReactNode } from 'react'
import { classes } from './classes.ts'

/** Keeps a code, phone, Sheba or Latin run whole inside Persian text; `ltr` for what is written left to right. */
export function Bidi({ children, ltr = false, className }: { children: ReactNode; ltr?: boolean; className?: string }) {
  return (
    <bdi dir={ltr ? 'ltr' : undefined} className={classes(ltr && 'inline-block', className)}>
      {children}
    </bdi>
  )
}

/**
 * A name or a line in its own direction, cut at its end when there is no room. It stands where the page begins its
 * lines: without `match-parent` a Persian name in an English page would be at the far side, or lose its beginning.
 */
export function Cut({ children, className }: { children: string | undefined; className?: string }) {
  return (
    <span
      dir="auto"
      title={children}
      className={classes('block truncate print:whitespace-normal [text-align:-webkit-match-parent] [text-align:match-parent]', className)}
    >
      {children}
    </span>
  )
}
