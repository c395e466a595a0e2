import { ledgerRoles } from '@parvandeh/contract'
import type { LedgerMapping } from '@parvandeh/contract'
import type { FieldProblem } from '../../../../platform/failure.ts'
import { nameFinder } from '../mapping/check-mapping.rules.ts'
import { settleFormats } from '../mapping/settle-formats.rules.ts'
import type { ColumnSample } from '../mapping/settle-formats.rules.ts'

/** A mapping that fits its file: everything that was open is settled. */
export type CheckedLedgers = LedgerMapping & { moneyUnit: 'rial' | 'toman'; dateFormat: string }
type Checked = { mapping: CheckedLedgers; problems?: undefined } | { mapping?: undefined; problems: FieldProblem[] }

/** Holds a mapping of ledgers against the columns of a file; gives it with the names as the file has them. */
export function checkLedgers(given: LedgerMapping, columns: readonly ColumnSample[], locale: 'fa' | 'en'): Checked {
  const problems: FieldProblem[] = []
  const complain = (field: string, code: keyof typeof words, value = '') =>
    void problems.push({ field, code, message: words[code][locale].replace('{}', value) })
  const nameOf = nameFinder(columns.map(({ name }) => name))
  const mapped = { ...given.columns }
  for (const role of ledgerRoles) {
    const asked = mapped[role]
    if (!asked) continue
    const name = nameOf(asked)
    if (name === undefined) complain(`columns.${role}`, 'no-such-column', asked)
    else mapped[role] = name
  }
  if (!mapped.customerKey && !mapped.customerCode && !mapped.nationalCode && !mapped.customerName)
    complain('columns.customerName', 'nobody-named')
  if (!mapped.date) complain('columns.date', 'column-needed')
  if (!mapped.debit && !mapped.credit) complain('columns.debit', 'no-sums')
  if (given.moneyUnit === null) complain('moneyUnit', 'unit-needed')
  const date = columns.find(({ name }) => name === mapped.date)
  const format =
    date && settleFormats([date], given.dateFormat === null ? {} : { [date.name]: given.dateFormat }, given.missing).get(date.name)
  if (format !== undefined && typeof format !== 'string') complain('dateFormat', format.problem, date?.name)
  if (problems.length > 0 || typeof format !== 'string' || given.moneyUnit === null) return { problems }
  return { mapping: { ...given, columns: mapped, moneyUnit: given.moneyUnit, dateFormat: format } }
}

const words = {
  'no-such-column': { fa: 'ستون «{}» در این فایل نیست.', en: 'The file has no column “{}”.' },
  'column-needed': { fa: 'این ستون باید معلوم شود.', en: 'This column must be named.' },
  'nobody-named': {
    fa: 'دست‌کم یک ستون باید بگوید هر سطر از آنِ کدام مشتری است.',
    en: 'At least one column must say whose each row is.',
  },
  'no-sums': { fa: 'ستون بدهکار یا بستانکار باید معلوم شود.', en: 'The column of debits or of credits must be named.' },
  'unit-needed': { fa: 'بگویید مبلغ‌ها به ریال است یا تومان.', en: 'Say whether the sums are in rials or in tomans.' },
  'no-such-format': { fa: 'این شکل تاریخ شناخته نیست.', en: 'This date format is not known.' },
  'no-dates': { fa: 'در ستون «{}» تاریخی پیدا نشد؛ شکل آن را بگویید.', en: 'No dates were found in the column “{}”; name its format.' },
  'ambiguous-dates': {
    fa: 'تاریخ‌های ستون «{}» را بیش از یک جور می‌توان خواند؛ شکل درست را بگویید.',
    en: 'The dates in the column “{}” can be read in more than one way; name the right one.',
  },
} as const
