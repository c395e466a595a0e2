import { useFormat } from '../../../persian/format.ts'
import { StatusBadge } from '../../../ui/Badge.tsx'
import { classes } from '../../../ui/classes.ts'
import { Link } from '../../../ui/Link.tsx'
import { useSupervisionWords } from './messages.ts'
import type { Pile } from './supervision.types.ts'

const parts = [
  { key: 'fresh', colour: 'bg-accent/45' },
  { key: 'aging', colour: 'bg-accent' },
  { key: 'old', colour: 'bg-caution' },
] as const

/** What somebody holds: a bar as long as their part of the longest, parted by age, with the figures in words. */
export function Load({ held, most, resolvedToday = 0 }: { held: Pile; most: number; resolvedToday?: number }) {
  const words = useSupervisionWords()
  const { number, digits, relative } = useFormat()
  const isEmpty = held.inWork + held.waiting === 0
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <div className="flex h-2.5 w-full overflow-hidden rounded-full bg-sunken" aria-hidden="true">
        {parts.map(({ key, colour }) => (
          <span
            key={key}
            className={classes('h-full transition-[inline-size] duration-150', colour)}
            style={{ inlineSize: `${(held[key] / most) * 100}%` }}
            title={`${words.ages[key]}: ${number(held[key])}`}
          />
        ))}
        <span
          className="h-full bg-line-strong transition-[inline-size] duration-150"
          style={{ inlineSize: `${(held.waiting / most) * 100}%` }}
        />
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
        <span className={isEmpty ? 'text-positive' : 'text-text'}>
          {isEmpty
            ? words.free
            : held.waiting === 0
              ? words.inWork(number(held.inWork))
              : words.load(number(held.inWork), number(held.waiting))}
        </span>
        {held.slow > 0 && (
          <StatusBadge shape="warning" tone="caution">
            {words.slowCount(number(held.slow))}
          </StatusBadge>
        )}
        {held.oldest && (
          <span>
            {words.oldest}{' '}
            <Link to="/requests/$number" params={{ number: held.oldest.number }}>
              <bdi dir="ltr">{digits(held.oldest.number)}</bdi>
            </Link>{' '}
            <span>{relative(held.oldest.reportedAt)}</span>
          </span>
        )}
        {resolvedToday > 0 && <span>{words.resolvedToday(number(resolvedToday))}</span>}
      </p>
      <span className="sr-only">{parts.map(({ key }) => `${words.ages[key]}: ${number(held[key])}`).join(words.comma)}</span>
    </div>
  )
}
