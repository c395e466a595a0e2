import { defineMessages } from '../i18n/messages.ts'
import { en } from './messages.en.ts'
import { fa } from './messages.fa.ts'

/** Words around the values of the organisation's own fields, wherever they are shown or typed. */
export const useOwnFieldWords = defineMessages(fa, en)
