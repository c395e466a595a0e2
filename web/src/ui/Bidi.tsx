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
