import { defineMessages } from '../../i18n/messages.ts'
import { en } from './messages.en.ts'
import { fa } from './messages.fa.ts'

/** Words that the list, the form and the file of customers share: names of fields, kinds and ways of reaching. */
export const useCustomerWords = defineMessages(fa, en)
