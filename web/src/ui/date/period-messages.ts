import { defineMessages } from '../../i18n/messages.ts'
import { en } from './period-messages.en.ts'
import { fa } from './period-messages.fa.ts'

/** Names of the relative periods, and the words around them. */
export const usePeriodWords = defineMessages(fa, en)
