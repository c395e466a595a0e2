import { defineMessages } from '../../i18n/messages.ts'
import { en } from './chart-messages.en.ts'
import { fa } from './chart-messages.fa.ts'

/** Words that every chart uses. */
export const useChartWords = defineMessages(fa, en)
