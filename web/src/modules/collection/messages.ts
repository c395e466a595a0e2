import { defineMessages } from '../../i18n/messages.ts'
import { en } from './messages.en.ts'
import { fa } from './messages.fa.ts'

export const useCollectionWords = defineMessages(fa, en)
