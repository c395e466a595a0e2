import type { ReactNode } from 'react'
import { classes } from './classes.ts'

interface CardProps {
  title?: ReactNode
  /** Small controls at the end of the title line. */
  actions?: ReactNode
  children: ReactNode
  /** Leaves the padding to the content: tables, lists. */
  flush?: boolean
  className?: string
}

/** A surface for things that belong together. */
export function Card({ title, actions, children, flush = false, className }: CardProps) {
  return (
    <section className={classes('min-w-0 rounded-card border border-line bg-surface', className)}>
      {(title || actions) && (
        <header
          className={classes(
            'flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 ps-4 pe-2.5',
            flush ? 'border-b border-line py-1' : 'pt-2',
          )}
        >
          <h2 className="min-w-0 flex-1 text-body font-semibold">{title}</h2>
          {actions}
        </header>
      )}
      <div className={flush ? undefined : classes('px-4 pb-4', title || actions ? 'pt-1.5' : 'pt-4')}>{children}</div>
    </section>
  )
}

interface FactsProps {
  facts: readonly { term: string; value: ReactNode; title?: string }[]
  /** How many columns where there is room. */
  columns?: 1 | 2 | 3
}

/** Facts as terms and values; on a narrow place one under another. */
export function Facts({ facts, columns = 1 }: FactsProps) {
  return (
    <dl className={classes('grid gap-x-8 gap-y-2.5', columns === 2 && 'sm:grid-cols-2', columns === 3 && 'sm:grid-cols-2 lg:grid-cols-3')}>
      {facts.map(({ term, value, title }) => (
        <div key={term} className="min-w-0" title={title}>
          <dt className="text-small text-muted">{term}</dt>
          <dd className="text-body">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
