import type { Language } from '../i18n/preferences.ts'

/** Names of the weekdays where there is room for a letter or two, from Saturday. */
export const narrowWeekdays: Record<Language, readonly string[]> = {
  fa: ['ش', 'ی', 'د', 'س', 'چ', 'پ', 'ج'],
  en: ['Sa', 'Su', 'Mo', 'Tu', 'We', 'Th', 'Fr'],
}
