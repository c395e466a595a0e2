import { defineMessages } from '../../i18n/messages.ts'
import { en } from './messages.en.ts'
import { fa } from './messages.fa.ts'

/** Words for kinds, directions and channels of what passes between customer and organisation. */
export const useInteractionWords = defineMessages(fa, en)
