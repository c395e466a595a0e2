import { defineMessages } from '../../i18n/messages.ts'
import { en } from './messages.en.ts'
import { fa } from './messages.fa.ts'

/** The words of conditions: as sentences, and of the builder that makes them. */
export const useConditionWords = defineMessages(fa, en)
