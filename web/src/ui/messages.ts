import { defineMessages } from '../i18n/messages.ts'
import { en } from './messages.en.ts'
import { fa } from './messages.fa.ts'

/** The words that the components themselves need. */
export const useUiWords = defineMessages(fa, en)
