import { fieldRefusals } from '../../../platform/refuse-field.ts'

/** A refusal that names the field at fault and says why. */
export const refuseField = fieldRefusals({
  'period-empty': { fa: 'پایان بازه باید پس از آغاز آن باشد.', en: 'The period must end after it begins.' },
  'beyond-calendar': { fa: 'بازه بیرون از سال‌های ۱۳۷۰ تا ۱۴۳۰ است.', en: 'The period lies outside of the Jalali years 1370 to 1430.' },
  'too-many-days': {
    fa: 'روز به روز، بازه دست‌بالا پنج سال است؛ بازه را کوتاه کنید یا ماه به ماه ببینید.',
    en: 'Day by day, a period is five years at most; shorten it, or look at it by month.',
  },
  'no-such-value': { fa: 'این شاخص چنین سنجه‌ای ندارد.', en: 'This indicator has no such value.' },
  'no-such-segment': {
    fa: 'چنین گروهی از مشتریان نیست، یا دیدن آن برای شما باز نیست.',
    en: 'There is no such segment of customers, or it is not open to you.',
  },
  'not-offered': { fa: 'این شاخص چنین بخش‌بندی‌ای ندارد.', en: 'This indicator is not cut that way.' },
})
