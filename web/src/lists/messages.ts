import { defineMessages } from '../i18n/messages.ts'
import { en } from './messages.en.ts'
import { fa } from './messages.fa.ts'

/** Words of all lists: filters, columns, views, changes of many rows. */
export const useListsWords = defineMessages(fa, en)
