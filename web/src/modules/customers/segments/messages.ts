import { defineMessages } from '../../../i18n/messages.ts'
import { en } from './messages.en.ts'
import { fa } from './messages.fa.ts'

/** The words of segments: their list, their page, and what is done with them in the list of customers. */
export const useSegmentWords = defineMessages(fa, en)
