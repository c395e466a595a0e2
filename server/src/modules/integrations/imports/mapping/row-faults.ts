import { sentenceOfRowProblem } from '../../../../platform/tabular/index.ts'
import type { RowProblem } from '../../../../platform/tabular/index.ts'
import type { MomentProblem } from './read-moment.rules.ts'

type OwnCode = MomentProblem | 'missing-value' | 'missing-customer' | 'value-too-long' | 'before-report'

/** What is wrong with a row, in one cell of it where it can be told. The value is cut: it is shown, not kept. */
export type RowFault =
  | { code: OwnCode; column: string; value: string }
  | { code: RowProblem['code']; column: string | null; value: string; problem: RowProblem }

/** The longest name of a person, unit, customer, product or topic, and number of a request. */
export const longestName = 200

const sentences: Record<OwnCode, { fa: string; en: string }> = {
  'missing-value': { fa: 'این خانه نباید خالی باشد.', en: 'This cell may not be empty.' },
  'missing-customer': { fa: 'مشتری این سطر نوشته نشده است.', en: 'The row names no customer.' },
  'value-too-long': {
    fa: 'متن این خانه برای نام یا شماره بیش از اندازه بلند است (بیش از ۲۰۰ نویسه).',
    en: 'The text is too long for a name or a number (over 200 characters).',
  },
  'in-future': { fa: 'این زمان هنوز نرسیده است.', en: 'This moment is in the future.' },
  'before-report': { fa: 'این زمان پیش از اعلام درخواست است.', en: 'This moment is before the request was reported.' },
  'not-a-date': { fa: 'این متن تاریخ نیست.', en: 'This is not a date.' },
  'other-format': { fa: 'تاریخ به شکلی است که برای این ستون گفته نشده است.', en: 'The date is not in the format of this column.' },
  'year-out-of-range': { fa: 'سال این تاریخ پذیرفتنی نیست.', en: 'The year is out of range.' },
  'no-such-month': { fa: 'چنین ماهی در سال نیست.', en: 'There is no such month.' },
  'no-such-day': { fa: 'چنین روزی در این ماه نیست.', en: 'There is no such day in this month.' },
  'no-such-time': { fa: 'چنین ساعتی در شبانه‌روز نیست.', en: 'There is no such time of day.' },
  'unexpected-time': {
    fa: 'این ستون تنها تاریخ دارد، ولی در این خانه ساعت هم آمده است.',
    en: 'The column holds days only, but this cell has a time too.',
  },
}

/** Says in both languages what is wrong. */
export const sentenceOfRowFault = (fault: RowFault): { fa: string; en: string } =>
  'problem' in fault ? sentenceOfRowProblem(fault.problem) : sentences[fault.code]

export const cutValue = (value: string): string => (value.length > 100 ? `${value.slice(0, 99).toWellFormed()}…` : value)

/** The table's own problem with a row, as a fault of the row. */
export function faultOfProblem(problem: RowProblem, columns: readonly string[], cells: readonly string[]): RowFault {
  const column = 'column' in problem ? problem.column : null
  const value = column === null ? '' : (cells[columns.indexOf(column)] ?? '')
  return { code: problem.code, column, value: cutValue(value), problem }
}
