import { defineMessages } from '../../i18n/messages.ts'
import { en } from './messages.en.ts'
import { fa } from './messages.fa.ts'

/** Words that the list, the form, the page of a request and the desk share: states, priorities, outcomes, channels. */
export const useServiceWords = defineMessages(fa, en)
