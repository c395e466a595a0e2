import { useId, useState } from 'react'
import { classes } from '../classes.ts'
import { useChartWords } from './chart-messages.ts'
import { ChartLink } from './ChartLink.tsx'
import type { ChartPoint, ChartWords } from './chart.types.ts'
import { middleOf } from './scale.rules.ts'
import { useRoving } from './use-roving.ts'

interface PlotPointsProps {
  points: readonly ChartPoint[]
  words: ChartWords
}

/** What is read, pressed and pointed at: a strip over the plot for each point, with what it says in a bubble. */
export function PlotPoints({ points, words }: PlotPointsProps) {
  const said = useChartWords()
  const hint = useId()
  const [shown, show] = useState<number | null>(null)
  const { onKeyDown, point: roving } = useRoving(points.length)
  return (
    <>
      <span id={hint} className="sr-only">
        {said.keys}
      </span>
      <div
        role="group"
        aria-label={words.label}
        aria-describedby={hint}
        className="absolute inset-0"
        onKeyDown={onKeyDown}
        onPointerLeave={() => show(null)}
        onBlur={() => show(null)}
      >
        {points.map((point, index) => {
          const { onFocus, ...rest } = roving(index)
          const shared = {
            ...rest,
            className: classes(
              'absolute inset-y-0 rounded-[0.25rem] outline-none focus-visible:bg-accent/10 focus-visible:outline-2 focus-visible:outline-accent',
              shown === index && 'bg-accent/8',
            ),
            style: { insetInlineStart: `${(index / points.length) * 100}%`, inlineSize: `${100 / points.length}%` },
            onPointerEnter: () => show(index),
            onFocus: () => {
              onFocus()
              show(index)
            },
            'aria-label': readAloud(point, words, point.href ? said.opens : ''),
          }
          return point.href ? <ChartLink key={point.key} href={point.href} {...shared} /> : <span key={point.key} role="img" {...shared} />
        })}
      </div>
      {shown !== null && points[shown] && <Bubble point={points[shown]} words={words} place={middleOf(shown, points.length)} />}
    </>
  )
}

function readAloud({ label, written, interval, base, note }: ChartPoint, words: ChartWords, opens: string): string {
  const parts = [`${label}: ${written}`, interval && `(${interval.written})`, base && `${words.baseName}: ${base.written}`, note, opens]
  return parts.filter(Boolean).join('، ')
}

function Bubble({ point, words, place }: { point: ChartPoint; words: ChartWords; place: number }) {
  const { label, value, written, interval, base, note } = point
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute bottom-[calc(100%-2.5rem)] z-10 w-max max-w-64 rounded-control bg-raised px-2.5 py-1.5 text-small shadow-floating print:hidden"
      style={place < 0.5 ? { insetInlineStart: `${place * 100}%` } : { insetInlineEnd: `${(1 - place) * 100}%` }}
    >
      <p className="font-medium">{label}</p>
      <p>
        <span className="text-muted">{words.name}:</span> <span className={value === null ? 'text-faint' : 'font-medium'}>{written}</span>
      </p>
      {interval && <p className="text-caption text-muted">{interval.written}</p>}
      {base && (
        <p className="text-muted">
          {base.label}: {base.written}
        </p>
      )}
      {note && <p className="text-caption text-muted">{note}</p>}
    </div>
  )
}
