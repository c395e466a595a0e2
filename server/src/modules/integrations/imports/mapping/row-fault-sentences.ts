import { sentenceOfRowProblem } from '../../../../platform/tabular/index.ts'
import type { OwnFaultCode, RowFault } from './row-faults.rules.ts'

const sentences: Record<OwnFaultCode, { fa: string; en: string }> = {
  'missing-value': { fa: 'این خانه نباید خالی باشد.', en: 'This cell may not be empty.' },
  'missing-customer': { fa: 'مشتری این سطر نوشته نشده است.', en: 'The row names no customer.' },
  'removed-customer': {
    fa: 'پروندهٔ این مشتری حذف شده است. نخست آن را از «تنظیمات، پرونده‌های حذف‌شده» بازگردانید.',
    en: 'The file of this customer was removed. Restore it first, in “Settings, Removed files”.',
  },
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
export function sentenceOfRowFault(fault: RowFault): { fa: string; en: string } {
  if ('fa' in fault) return { fa: fault.fa, en: fault.en }
  return 'problem' in fault ? sentenceOfRowProblem(fault.problem) : sentences[fault.code]
}
