import { ArrowDownRight, ArrowUpRight, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import { classes, focusRing } from './classes.ts'
import { useUiWords } from './messages.ts'

interface StatCardProps {
  label: string
  /** The figure written out; null where it is missing, which is not zero. */
  value: string | null
  unit?: string
  /** Why there is no figure: «ثبت نشده». */
  missing?: string
  /** Change against a named base. */
  change?: { direction: 'up' | 'down' | 'none'; text: string; good: boolean | null; base: string }
  /** What stands behind the figure: «از ۴٬۵۸۰ درخواست». */
  basis?: ReactNode
  /** Every number opens. */
  href?: string
}

const arrows = { up: ArrowUpRight, down: ArrowDownRight, none: Minus }

/** One figure with its name, what it rests on, and how it has changed. */
export function StatCard({ label, value, unit, missing, change, basis, href }: StatCardProps) {
  const words = useUiWords()
  const inside = (
    <>
      <span className="text-small text-muted">{label}</span>
      {value === null ? (
        <span className="py-1 text-body text-faint">{missing ?? words.missing}</span>
      ) : (
        <span className="flex flex-wrap items-baseline gap-x-1.5">
          <span className="text-display font-semibold">{value}</span>
          {unit && <span className="text-small text-muted">{unit}</span>}
        </span>
      )}
      {(change || basis) && (
        <span className="flex flex-wrap items-center gap-x-2 text-small text-muted">
          {change && <Change {...change} />}
          {basis}
        </span>
      )}
    </>
  )
  const look = 'flex min-w-0 flex-col rounded-card border border-line bg-surface px-4 py-3'
  if (!href) return <div className={look}>{inside}</div>
  return (
    <Link
      href={href}
      className={classes(look, focusRing, 'transition-colors duration-100 data-hovered:border-accent-line data-hovered:bg-accent-soft')}
    >
      {inside}
    </Link>
  )
}

function Change({ direction, text, good, base }: NonNullable<StatCardProps['change']>) {
  const words = useUiWords()
  const Icon = arrows[direction]
  const spoken = { up: words.rises, down: words.falls, none: words.noChange }[direction]
  return (
    <span
      className={classes('inline-flex items-center gap-0.5', good === true && 'text-positive', good === false && 'text-danger')}
      title={base}
    >
      <Icon size={15} className="turns" aria-label={spoken} />
      {text}
      <span className="ms-1 text-muted">{base}</span>
    </span>
  )
}
