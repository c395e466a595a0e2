import { defineMessages } from '../i18n/messages.ts'
import { en } from './messages.en.ts'
import { fa } from './messages.fa.ts'

/** Words of the frame around every page. */
export const useShellWords = defineMessages(fa, en)

/** Names of the places that the sidebar may lead to. */
export type PlaceName = keyof typeof fa.places
export type GroupName = keyof typeof fa.groups
