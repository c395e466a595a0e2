import type { importRoutes, ResponseOf } from '@parvandeh/contract'
import { useLanguage } from '../../../i18n/language.tsx'
import { useFormat } from '../../../persian/format.ts'
import { Badge, type Tone } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { classes } from '../../../ui/classes.ts'
import { useLedgerImportWords } from './messages.ts'

type Tried = ResponseOf<typeof importRoutes.tryLedgers>

const tones: Record<Tried['rows'][number]['outcome'], Tone> = {
  entered: 'positive',
  known: 'neutral',
  changed: 'caution',
  unmatched: 'danger',
  refused: 'danger',
}

/** The first rows as vouchers: whose each would be, and what is wrong with it. */
export function TriedVouchers({ tried, isStale }: { tried: Tried; isStale: boolean }) {
  const words = useLedgerImportWords()
  const format = useFormat()
  const language = useLanguage()
  const heads = [words.row, words.outcome, words.customer, words.roles.number, words.roles.date, words.roles.debit, words.roles.credit]
  return (
    <div
      role="region"
      aria-label={words.tryTitle}
      tabIndex={0}
      className={classes('mt-4 max-h-120 overflow-auto rounded-control border border-line', isStale && 'opacity-60')}
    >
      <table className="w-full border-separate border-spacing-0 text-small">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className="sticky top-0 border-b border-line bg-sunken px-3 py-1.5 text-start font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tried.rows.map((row) => (
            <tr key={row.row} className="*:border-b *:border-line *:px-3 *:py-1.5 *:align-top">
              <td className="text-faint">{format.number(row.row)}</td>
              <td>
                <Badge tone={tones[row.outcome]}>{words.outcomes[row.outcome]}</Badge>
                {tried.problems
                  .filter((problem) => problem.row === row.row)
                  .map((problem) => (
                    <span key={problem.code} className="block text-caption text-danger">
                      {problem[language]}
                    </span>
                  ))}
              </td>
              <td>
                <bdi>{row.customerName}</bdi>
              </td>
              <td>
                <Bidi>{format.digits(row.number)}</Bidi>
              </td>
              <td>{row.day && format.day(row.day)}</td>
              <td>{row.amount !== null && row.isDebit && <Bidi>{format.money(row.amount)}</Bidi>}</td>
              <td>{row.amount !== null && !row.isDebit && <Bidi>{format.money(row.amount)}</Bidi>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
