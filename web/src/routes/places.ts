import type { Place } from '../shell/navigation.ts'

/** The places in the sidebar, in order; a place is added by the change that makes its page. */
export const places: readonly Place[] = []
