import { fieldRefusals } from '../../platform/refuse-field.ts'

/** A refusal that names the field at fault and says why. */
export const refuseField = fieldRefusals({
  unreadable: { fa: 'نامی خوانا بنویسید.', en: 'Write a readable name.' },
  unknown: { fa: 'چنین موردی تعریف نشده است.', en: 'There is no such entry.' },
  'out-of-use': { fa: 'این مورد دیگر در کار نیست.', en: 'This is no longer in use.' },
  'reason-needed': { fa: 'برای این کار دلیلی بنویسید.', en: 'Give a reason for this.' },
})
