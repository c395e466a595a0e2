import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useLanguage } from '../../../i18n/language.tsx'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import type { Tone } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { classes } from '../../../ui/classes.ts'
import type { CustomersTried } from './customer-import.types.ts'
import { useCustomerImportWords } from './messages.ts'

type Row = CustomersTried['rows'][number]
type Problem = CustomersTried['problems'][number]

const tones: Record<Row['outcome'], Tone> = {
  created: 'positive',
  updated: 'accent',
  same: 'neutral',
  skipped: 'neutral',
  repeated: 'neutral',
  ambiguous: 'caution',
  refused: 'danger',
}

/** The first rows as they would be kept: what each would become, and in each cell what is wrong with it. */
export function TriedRows({ tried, isStale }: { tried: CustomersTried; isStale: boolean }) {
  const words = useCustomerImportWords()
  const format = useFormat()
  const columns = Object.keys(tried.rows[0]?.cells ?? {})
  const problemsOf = (row: number, column: string | null) => tried.problems.filter((one) => one.row === row && one.column === column)
  return (
    <div className={classes('mt-4 flex flex-col gap-3', isStale && 'opacity-60')}>
      <p aria-live="polite" className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{words.tried(format.number(tried.rowsTried))}</span>
        {tried.problems.length === 0 ? (
          <span className="inline-flex items-center gap-1.5 text-positive">
            <CircleCheck size={16} aria-hidden="true" />
            {words.noProblems}
          </span>
        ) : (
          <span className="inline-flex items-center gap-1.5 text-caution">
            <TriangleAlert size={16} aria-hidden="true" />
            {words.problems(format.number(tried.problems.length))}
          </span>
        )}
        {isStale && <span className="text-caution">{words.stale}</span>}
      </p>
      <div className="max-h-120 overflow-auto rounded-control border border-line" role="region" aria-label={words.tryTitle} tabIndex={0}>
        <table className="w-full border-separate border-spacing-0 text-small">
          <thead>
            <tr>
              {[words.row, words.outcome, ...columns].map((name, index) => (
                <th
                  key={index}
                  scope="col"
                  className="sticky top-0 z-10 border-b border-line bg-sunken px-3 py-1.5 text-start font-medium whitespace-nowrap"
                >
                  <Bidi>{name}</Bidi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tried.rows.map((row) => (
              <tr key={row.row}>
                <td className="border-b border-line px-3 py-1.5 align-top text-faint">{format.number(row.row)}</td>
                <td className="border-b border-line px-3 py-1.5 align-top whitespace-nowrap">
                  <Badge tone={tones[row.outcome]}>{words.outcomes[row.outcome]}</Badge>
                  <Remarks problems={problemsOf(row.row, null)} />
                </td>
                {columns.map((column) => (
                  <Cell key={column} value={row.cells[column] ?? null} problems={problemsOf(row.row, column)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Cell({ value, problems }: { value: string | null; problems: readonly Problem[] }) {
  const words = useCustomerImportWords()
  const isBad = problems.length > 0
  return (
    <td className={classes('max-w-64 min-w-24 border-b border-line px-3 py-1.5 align-top', isBad && 'bg-caution-soft')}>
      {value === null ? (
        isBad && <span className="text-muted">{words.notKept}</span>
      ) : (
        <span className="block truncate" title={value}>
          {/* The plus of a telephone number stands before it in Persian text too. */}
          <Bidi ltr={/^\+\d/u.test(value)}>{value}</Bidi>
        </span>
      )}
      <Remarks problems={problems} />
    </td>
  )
}

function Remarks({ problems }: { problems: readonly Problem[] }) {
  const language = useLanguage()
  return problems.map((problem, index) => (
    <span key={index} className={classes('block text-caption whitespace-normal', problem.kept ? 'text-caution' : 'text-danger')}>
      {problem[language]}
    </span>
  ))
}
