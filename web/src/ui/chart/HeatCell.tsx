import { type ReactNode, useId, useState } from 'react'
import { classes } from '../classes.ts'
import { useChartWords } from './chart-messages.ts'
import { LegendEntry } from './ChartFrame.tsx'
import { ChartLink } from './ChartLink.tsx'
import type { ChartPoint, ChartWords } from './chart.types.ts'
import { levelOf } from './scale.rules.ts'
import type { useRoving } from './use-roving.ts'

const levels = 5
const fills = ['bg-sunken', 'bg-accent/12', 'bg-accent/26', 'bg-accent/42', 'bg-accent/75 text-on-accent', 'bg-accent text-on-accent']

/** The fill of a value among values up to `most`; the number in the cell and what is read aloud say the same. */
const fillOf = ({ value }: ChartPoint, most: number): string => fills[levelOf(value ?? 0, most, levels)] ?? ''

interface HeatCellProps {
  point: ChartPoint
  most: number
  name: string
  roving: ReturnType<ReturnType<typeof useRoving>['point']>
  onShow: () => void
  className?: string
  children?: ReactNode
}

/** One cell of a heat map: a link to its records where there are some. */
export function HeatCell({ point, most, name, roving, onShow, className, children }: HeatCellProps) {
  const { label, written, note, href } = point
  const shared = {
    ref: roving.ref,
    tabIndex: roving.tabIndex,
    onFocus: () => {
      roving.onFocus()
      onShow()
    },
    onPointerEnter: onShow,
    'aria-label': [`${label}، ${name}: ${written}`, note].filter(Boolean).join('، '),
    className: classes(
      'relative grid place-items-center rounded-[0.1875rem] text-caption outline-none print:[print-color-adjust:exact]',
      'focus-visible:z-1 focus-visible:outline-2 focus-visible:outline-offset-1 focus-visible:outline-accent',
      href && 'hover:outline-2 hover:outline-accent',
      fillOf(point, most),
      point.value === null && 'bg-transparent! outline outline-1 -outline-offset-1 outline-line text-faint',
      point.isSmall && 'border border-dashed border-accent-line',
      className,
    ),
  }
  return href ? (
    <ChartLink href={href} {...shared}>
      {children}
    </ChartLink>
  ) : (
    <span role="img" {...shared}>
      {children}
    </span>
  )
}

/** Which cell is pointed at or has the focus, and the words for the keys. */
export function useShownCell(points: readonly ChartPoint[]) {
  const [key, show] = useState<string | null>(null)
  return { shown: points.find((point) => point.key === key), show, hint: useId() }
}

/** Below a heat map: what the cell under the finger says, in a place of its own so that nothing is covered. */
export function CellSaid({ shown, words }: { shown: ChartPoint | undefined; words: ChartWords }) {
  return (
    <p aria-hidden="true" className="min-h-6 text-small text-muted print:hidden">
      {shown && (
        <>
          {shown.label} · {words.name}: <span className="font-medium text-text">{shown.written}</span>
          {shown.note && ` · ${shown.note}`}
        </>
      )}
    </p>
  )
}

/** The steps of the fill, from less to more, and what an empty cell means. */
export function HeatLegend({ points, most, write }: { points: readonly ChartPoint[]; most: number; write: (value: number) => string }) {
  const said = useChartWords()
  return (
    <>
      <span className="inline-flex items-center gap-1">
        <span>{said.less}</span>
        {fills.slice(1).map((fill) => (
          <span key={fill} aria-hidden="true" className={classes('size-3 rounded-[0.125rem] print:[print-color-adjust:exact]', fill)} />
        ))}
        <span>
          {said.more} ({write(most)})
        </span>
      </span>
      {points.some(({ value }) => value === null) && (
        <LegendEntry mark={<span className="size-3 rounded-[0.125rem] outline outline-1 -outline-offset-1 outline-line-strong" />}>
          {said.none}
        </LegendEntry>
      )}
      {points.some(({ isSmall }) => isSmall) && (
        <LegendEntry mark={<span className="size-3 rounded-[0.125rem] border border-dashed border-accent" />}>{said.small}</LegendEntry>
      )}
    </>
  )
}
