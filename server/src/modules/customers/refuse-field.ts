import { fieldRefusals } from '../../platform/refuse-field.ts'

/** A refusal that names the field at fault and says why. */
export const refuseField = fieldRefusals({
  unreadable: { fa: 'نامی خوانا بنویسید.', en: 'Write a readable name.' },
  unknown: { fa: 'چنین موردی تعریف نشده است.', en: 'There is no such entry.' },
  'out-of-use': { fa: 'این مورد دیگر در کار نیست.', en: 'This is no longer in use.' },
  'asks-for-class': {
    fa: 'قاعدهٔ یک رده نمی‌تواند از رده‌های دیگر یا بخش‌بندی‌ها بپرسد.',
    en: 'The rule of a class cannot ask for other classes or for segments.',
  },
  'more-delicate-than-scheme': {
    fa: 'قاعده از چیزی حساس یا مالی می‌پرسد؛ ردهٔ دسترسی طرح را همان بگذارید تا رده آن را فاش نکند.',
    en: 'The rule asks for what is sensitive or financial: give the scheme the same access class, so that the class does not tell of it.',
  },
  'protected-field': {
    fa: 'رده‌بندی بر پایهٔ جنسیت، محل تولد یا خویشاوندی تنها با اجازهٔ مدیر سامانه و نوشتن دلیل شدنی است.',
    en: 'Classifying by gender, birthplace or kinship needs an administrator to allow it and to say why.',
  },
})
