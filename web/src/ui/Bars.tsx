import { Link } from 'react-aria-components'
import { classes, focusRing } from './classes.ts'
import { useUiWords } from './messages.ts'

/** One bar: its name, its length, and how the length is written. */
export interface Bar {
  key: string
  label: string
  /** Null where there is no figure: drawn as a gap with its reason, never as zero. */
  value: number | null
  written: string
  /** The records behind the bar. */
  href?: string
  isMarked?: boolean
}

interface BarsProps {
  label: string
  bars: readonly Bar[]
  /** Standing bars for time, which then runs from the reading start; lying ones for names. */
  layout?: 'lying' | 'standing'
}

/** A simple bar chart made of a list, so that a screen reader and a printer read it as one. Reading runs from the start side. */
export function Bars({ label, bars, layout = 'lying' }: BarsProps) {
  const longest = Math.max(0, ...bars.map(({ value }) => value ?? 0)) || 1
  const List = layout === 'lying' ? LyingBar : StandingBar
  return (
    <ul
      aria-label={label}
      className={layout === 'lying' ? 'flex flex-col gap-0.5' : 'flex h-52 items-stretch gap-px overflow-x-auto sm:gap-0.5'}
    >
      {bars.map((bar, index) => (
        <List
          key={bar.key}
          bar={bar}
          share={Math.max(0, bar.value ?? 0) / longest}
          sparse={bars.length > mostNamed}
          named={isNamed(index, bars.length)}
        />
      ))}
    </ul>
  )
}

/** Up to so many standing bars are named one by one; of more, a few along the line. */
const mostNamed = 14
const namesAlongALine = 5

/** Which of many bars carry a name: evenly spaced, and none so near the end that its name would run out of the chart. */
function isNamed(index: number, count: number): boolean {
  const step = Math.ceil(count / namesAlongALine)
  return index % step === 0 && index + step / 2 < count
}

interface BarProps {
  bar: Bar
  share: number
  sparse: boolean
  named: boolean
}

const barColour = (bar: Bar) =>
  classes(bar.isMarked ? 'bg-accent' : 'bg-accent/60', 'transition-colors duration-100 group-data-hovered/bar:bg-accent')

function BarLink({ bar, className, children }: { bar: Bar; className: string; children: React.ReactNode }) {
  const words = useUiWords()
  const said = `${bar.label}: ${bar.written}`
  if (!bar.href)
    return (
      <div className={className} title={said}>
        {children}
      </div>
    )
  return (
    <Link href={bar.href} className={classes(className, focusRing, 'data-hovered:bg-hover')}>
      {children}
      <span className="sr-only">{words.toOpen}</span>
    </Link>
  )
}

function LyingBar({ bar, share }: BarProps) {
  return (
    <li>
      <BarLink
        bar={bar}
        className="group/bar grid min-h-8 grid-cols-[minmax(4rem,26%)_1fr] items-center gap-3 rounded-control px-2 pointer-coarse:min-h-11"
      >
        <span className="truncate text-small text-muted">
          <bdi>{bar.label}</bdi>
        </span>
        <span className="flex min-w-0 items-center gap-2">
          {bar.value !== null && (
            <span
              className={classes('h-4 min-w-0.5 shrink rounded-e-[0.25rem]', barColour(bar))}
              style={{ inlineSize: `${share * 100}%` }}
            />
          )}
          <span className={classes('shrink-0 text-small', bar.value === null && 'text-faint')}>{bar.written}</span>
        </span>
      </BarLink>
    </li>
  )
}

function StandingBar({ bar, share, sparse, named }: BarProps) {
  return (
    <li className="min-w-1.5 flex-1">
      <BarLink bar={bar} className="group/bar flex h-full flex-col items-center justify-end rounded-control">
        {!sparse && <span className={classes('text-caption', bar.value === null ? 'text-faint' : 'text-muted')}>{bar.written}</span>}
        <span className="flex min-h-0 w-full flex-1 flex-col justify-end px-[8%]">
          {bar.value === null ? (
            <span className="h-full rounded-t-[0.25rem] border border-dashed border-line" />
          ) : (
            <span className={classes('min-h-0.5 w-full rounded-t-[0.25rem]', barColour(bar))} style={{ blockSize: `${share * 100}%` }} />
          )}
        </span>
        <span
          className={classes(
            'w-full border-t border-line pt-1 text-center text-caption whitespace-nowrap text-muted',
            sparse ? 'relative h-6' : 'truncate',
          )}
        >
          {sparse ? named && <span className="absolute start-0 top-1">{bar.label}</span> : bar.label}
        </span>
      </BarLink>
    </li>
  )
}
