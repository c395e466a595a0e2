import { defineMessages } from '../../../i18n/messages.ts'
import { en } from './messages.en.ts'
import { fa } from './messages.fa.ts'

/** Words of duplicates: the warning before saving, the desk, merging and taking back. */
export const useDuplicateWords = defineMessages(fa, en)
