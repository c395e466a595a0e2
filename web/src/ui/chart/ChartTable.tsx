import { classes } from '../classes.ts'
import { useChartWords } from './chart-messages.ts'
import { ChartLink } from './ChartLink.tsx'
import type { ChartPoint, ChartWords } from './chart.types.ts'

/** What a chart shows, line by line; each opens into its records. */
export function ChartTable({ words, points }: { words: ChartWords; points: readonly ChartPoint[] }) {
  const said = useChartWords()
  const hasBase = words.baseName !== undefined && points.some(({ base }) => base)
  const hasInterval = points.some(({ interval }) => interval)
  const hasNote = points.some(({ note }) => note)
  const heads = [words.pointName, words.name, hasInterval && said.interval, hasBase && words.baseName, hasNote && said.note]
  return (
    <div className="max-h-80 overflow-auto">
      <table className="w-full text-table">
        <thead className="sticky top-0 bg-surface text-small text-muted">
          <tr>
            {heads.map(
              (head, index) =>
                head && (
                  <th key={head} scope="col" className={classes('py-1 pe-3 font-normal', index === 0 ? 'text-start' : 'text-end')}>
                    {head}
                  </th>
                ),
            )}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.key} className="border-t border-line">
              <th scope="row" className="py-1 pe-3 text-start font-normal">
                {point.href ? (
                  <ChartLink href={point.href} className="text-accent-text hover:underline">
                    {point.label}
                  </ChartLink>
                ) : (
                  point.label
                )}
              </th>
              <td className={classes('py-1 pe-3 text-end', point.value === null && 'text-faint')}>{point.written}</td>
              {hasInterval && <td className="py-1 pe-3 text-end text-muted">{point.interval?.written}</td>}
              {hasBase && <td className="py-1 pe-3 text-end text-muted">{point.base?.written}</td>}
              {hasNote && <td className="py-1 pe-3 text-end text-muted">{point.note}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
