import { ChartNoAxesColumn, Table2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { IconButton } from '../IconButton.tsx'
import { useChartWords } from './chart-messages.ts'
import { ChartTable } from './ChartTable.tsx'
import type { ChartPoint, ChartWords } from './chart.types.ts'

interface ChartFrameProps {
  words: ChartWords
  points: readonly ChartPoint[]
  legend?: ReactNode
  children: ReactNode
}

/** A chart with its legend, and the same as a table for whoever would rather read it. */
export function ChartFrame({ words, points, legend, children }: ChartFrameProps) {
  const said = useChartWords()
  const [isTable, setTable] = useState(false)
  const isEmpty = points.every(({ value, base }) => value === null && (base?.value ?? null) === null)
  if (isEmpty && !points.some(({ href }) => href)) return <p className="py-6 text-center text-small text-muted">{said.nothing}</p>
  return (
    <figure className="flex min-w-0 flex-col gap-2" aria-label={words.label}>
      <div className="flex min-h-control-small flex-wrap items-center gap-x-4 gap-y-1 text-small text-muted">
        {!isTable && legend}
        <IconButton
          size="small"
          className="ms-auto print:hidden"
          label={isTable ? said.asChart : said.asTable}
          icon={isTable ? <ChartNoAxesColumn size={16} /> : <Table2 size={16} />}
          onPress={() => setTable(!isTable)}
        />
      </div>
      {isTable ? <ChartTable words={words} points={points} /> : children}
    </figure>
  )
}

/** One entry of a legend: the stroke or patch as it is drawn, and its name. */
export function LegendEntry({ mark, children }: { mark: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className="inline-flex w-5 items-center justify-center">
        {mark}
      </span>
      <span>{children}</span>
    </span>
  )
}
