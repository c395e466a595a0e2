import { defineMessages } from '../../../i18n/messages.ts'
import { en } from './messages.en.ts'
import { fa } from './messages.fa.ts'

/** Words of where values come from, of what contradicts itself, and of trust. */
export const useEvidenceWords = defineMessages(fa, en)
