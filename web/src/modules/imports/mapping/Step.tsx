import type { ReactNode } from 'react'
import { useFormat } from '../../../persian/format.ts'

/** One step of the mapping: its number, what it is about, and its choices. */
export function Step({ number, title, hint, children }: { number: number; title: string; hint?: ReactNode; children: ReactNode }) {
  const format = useFormat()
  return (
    <section className="min-w-0 rounded-card border border-line bg-surface p-4 md:p-5">
      <header className="mb-4 flex items-start gap-3">
        <span
          aria-hidden="true"
          className="mt-0.5 grid size-6.5 shrink-0 place-items-center rounded-full bg-accent-soft text-small font-semibold text-accent-text"
        >
          {format.number(number)}
        </span>
        <div className="min-w-0">
          <h2 className="text-title font-semibold">{title}</h2>
          {hint && <p className="text-small text-muted">{hint}</p>}
        </div>
      </header>
      {children}
    </section>
  )
}
