import type { ReactNode } from 'react'
import { classes } from './classes.ts'

interface PageProps {
  title: ReactNode
  /** Beside the title: a status, a code. */
  aside?: ReactNode
  /** One line under the title. */
  subtitle?: ReactNode
  /** Above the title: `Breadcrumbs`. */
  above?: ReactNode
  actions?: ReactNode
  children: ReactNode
  /** Forms and texts are not read across a wide screen. */
  narrow?: boolean
  /** Takes the height of the window on a desk, so that the long table in it scrolls by itself. */
  fills?: boolean
}

/** The frame of a page's content: its title line and its body. */
export function Page({ title, aside, subtitle, above, actions, children, narrow = false, fills = false }: PageProps) {
  return (
    <div
      data-fills={fills ? '' : undefined}
      className={classes(
        'mx-auto flex w-full min-w-0 flex-col gap-gap px-4 pt-4 md:px-6',
        narrow ? 'max-w-3xl' : 'max-w-400',
        fills ? 'min-h-0 flex-1 max-md:pb-10 md:gap-3 md:pb-4' : 'pb-10',
      )}
    >
      <header className="flex min-w-0 flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-[1_1_16rem]">
          {above}
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-heading font-semibold">{title}</h1>
            {aside}
          </div>
          {subtitle && <p className="text-small text-muted">{subtitle}</p>}
        </div>
        {actions && (
          <div data-print="no" className="flex flex-wrap items-center gap-2">
            {actions}
          </div>
        )}
      </header>
      {children}
    </div>
  )
}

/** Filters and searches over a list, in one line that wraps. */
export function FilterBar({ children }: { children: ReactNode }) {
  return <div className="flex min-w-0 flex-wrap items-end gap-2.5 *:min-w-0 max-sm:*:w-full sm:*:w-auto">{children}</div>
}
