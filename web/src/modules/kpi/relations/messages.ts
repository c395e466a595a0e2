import { defineMessages } from '../../../i18n/messages.ts'
import { en } from './messages.en.ts'
import { fa } from './messages.fa.ts'

/** Words of what fixed attributes go together with. */
export const useRelationWords = defineMessages(fa, en)
