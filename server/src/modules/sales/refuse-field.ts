import { fieldRefusals } from '../../platform/refuse-field.ts'

/** A refusal that names the field at fault and says why. */
export const refuseField = fieldRefusals({
  'too-early': { fa: 'تاریخ نمی‌تواند پیش از سال ۱۳۰۰ باشد.', en: 'The day cannot be before the year 1300 (1921).' },
  'too-late': { fa: 'تاریخ سند نمی‌تواند در آینده باشد.', en: 'A voucher cannot be of a day to come.' },
  'due-too-far': { fa: 'سررسید بیش از سی سال از امروز دور است.', en: 'It falls due more than thirty years from now.' },
  'due-before-day': { fa: 'سررسید پیش از تاریخ سند است.', en: 'It falls due before the day of the voucher.' },
  'amount-needed': { fa: 'مبلغ یا دست‌کم یک ردیف را بنویسید.', en: 'Write the amount, or a line at least.' },
  'amount-too-large': { fa: 'این مبلغ بیش از اندازه بزرگ است.', en: 'This amount is too large.' },
  'amount-not-of-lines': { fa: 'مبلغ با جمع ردیف‌ها نمی‌خواند.', en: 'The amount is not what the lines add up to.' },
  'line-below-zero': { fa: 'تخفیف این ردیف از بهای آن بیشتر است.', en: 'The discount of this line is more than its price.' },
  'line-unnamed': { fa: 'کالا یا شرح این ردیف را بنویسید.', en: 'Name the product of this line, or describe it.' },
  'sayad-wrong': { fa: 'شناسهٔ صیاد شانزده رقم دارد.', en: 'A Sayad id has sixteen digits.' },
  'unknown-instalment': { fa: 'چنین قسطی در حساب این مشتری نیست.', en: 'There is no such instalment in this account.' },
  'number-taken': { fa: 'سند دیگری از همین نوع این شماره را دارد.', en: 'Another voucher of this kind has this number.' },
  'sayad-taken': { fa: 'چک دیگری با همین شناسهٔ صیاد ثبت شده است.', en: 'Another cheque with this Sayad id has been entered.' },
  'not-an-invoice': { fa: 'تنها فاکتور را می‌توان قسط‌بندی کرد.', en: 'Only an invoice can be paid by instalments.' },
  'more-than-invoice': { fa: 'جمع قسط‌ها از مبلغ فاکتور بیشتر است.', en: 'The instalments come to more than the invoice.' },
  'instalments-paid': {
    fa: 'برای این قسط‌ها دریافت ثبت شده است؛ قسط‌بندی را نمی‌توان عوض کرد.',
    en: 'Something was received for these instalments; the plan can no longer be changed.',
  },
})
