import { defineMessages } from '../../i18n/messages.ts'
import { en } from './date-messages.en.ts'
import { fa } from './date-messages.fa.ts'

/** Words of the calendar and of the fields for a day. */
export const useDateWords = defineMessages(fa, en)
