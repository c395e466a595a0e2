import type { ReactNode } from 'react'
import { classes } from './classes.ts'

/** Keeps a code, phone, Sheba or Latin run whole inside Persian text; figures of equal width where they are compared. */
export function Bidi({ children, ltr = false, figures = false, className }: { children: ReactNode; ltr?: boolean; figures?: boolean; className?: string }) {
  return (
    <bdi dir={ltr ? 'ltr' : undefined} className={classes(ltr && 'inline-block', figures && 'tabular-nums', className)}>
      {children}
    </bdi>
  )
}
