import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Tone, toneText } from './Badge.tsx'
import { classes } from './classes.ts'

/** What happened on one day, under its date. Days out of view cost nothing to draw. */
export function TimelineDay({ heading, aside, children }: { heading: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="[contain-intrinsic-size:auto_12rem] [content-visibility:auto]">
      <h3 className="flex items-baseline gap-2 px-4 pt-3 pb-1 text-small font-semibold">
        {heading}
        {aside && <span className="font-normal text-muted">{aside}</span>}
      </h3>
      <ol>{children}</ol>
    </section>
  )
}

interface TimelineEntryProps {
  icon: LucideIcon
  tone?: Tone
  /** What happened, in a few words. */
  title: ReactNode
  /** When, and who did it: at the end of the line. */
  time: ReactNode
  by?: ReactNode
  /** A small button after the time. */
  action?: ReactNode
  /** The id of what it tells of, by which it is brought into view. */
  id?: string
  /** What was said or written. */
  children?: ReactNode
}

/** One thing that happened: its sign on a rail, its words beside it. */
export function TimelineEntry({ icon: Icon, tone = 'neutral', title, time, by, action, id, children }: TimelineEntryProps) {
  return (
    <li
      data-line={id}
      tabIndex={id === undefined ? undefined : -1}
      className="group/entry relative flex gap-3 px-4 py-2 outline-none focus:bg-accent-soft"
    >
      <span
        aria-hidden="true"
        className="absolute inset-y-0 start-7.75 w-px bg-line group-first/entry:top-4 group-last/entry:bottom-auto group-last/entry:h-4"
      />
      <span
        className={classes(
          'relative z-1 grid size-8 shrink-0 place-items-center rounded-full border border-line bg-surface',
          toneText[tone],
        )}
      >
        <Icon size={16} aria-hidden="true" />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 text-body font-medium">{title}</span>
          <span className="ms-auto flex shrink-0 items-center gap-1.5 text-small text-muted">
            {by && <span className="max-w-48 truncate">{by}</span>}
            {by && <span aria-hidden="true">·</span>}
            <time>{time}</time>
            {action}
          </span>
        </div>
        {children}
      </div>
    </li>
  )
}
