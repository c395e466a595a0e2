import { fieldRefusals } from '../../platform/refuse-field.ts'

/** A refusal that names the field at fault and says why. */
export const refuseField = fieldRefusals({
  unreadable: { fa: 'نامی خوانا بنویسید.', en: 'Write a readable name.' },
  unknown: { fa: 'چنین موردی تعریف نشده است.', en: 'There is no such entry.' },
})
