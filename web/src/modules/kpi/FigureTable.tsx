import { useFormat } from '../../persian/format.ts'
import { classes } from '../../ui/classes.ts'
import { type Bucket, type FigureDefinition, type FigureRow, saidFigure } from './figure-words.ts'
import { useKpiWords } from './messages.ts'

/** Mean, median and 90th percentile side by side: a mean is never shown alone. */
export function FigureTable({ rows, whole }: { rows: readonly FigureRow[]; whole: Bucket }) {
  const words = useKpiWords()
  if (rows.length === 0) return null
  return (
    <div className="min-w-0 overflow-x-auto">
      <table className="w-full text-table">
        <thead>
          <tr className="text-small text-muted">
            <th scope="col">
              <span className="sr-only">{words.measure}</span>
            </th>
            {[words.mean, words.median, words.p90].map((name) => (
              <th key={name} scope="col" className="py-1 ps-3 text-end font-normal whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-t border-line">
              <th scope="row" className="py-1.5 pe-2 text-start font-normal">
                {row.title}
              </th>
              {[row.mean, row.median, row.p90].map((figure) => (
                <FigureCell key={figure.key} figure={figure} whole={whole} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FigureCell({ figure, whole }: { figure: FigureDefinition; whole: Bucket }) {
  const words = useKpiWords()
  const format = useFormat()
  const said = saidFigure(whole, figure, words, format)
  return <td className={classes('py-1.5 ps-3 text-end whitespace-nowrap', said.isMissing && 'text-small text-faint')}>{said.text}</td>
}
