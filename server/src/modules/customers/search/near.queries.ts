import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { readHits, spacedApart } from './search.queries.ts'
import type { Hit } from './search.queries.ts'
import type { SearchText } from './search-text.rules.ts'

/** For each word typed, all that it may have been meant for. */
export type Meant = readonly (readonly string[])[]

/**
 * The planner takes each of some hundred words that it has never seen for about as common as those that it has, and
 * would read the whole table. It is not shown them: nearly none of them is there.
 */
const unseen = (words: readonly string[]): RawBuilder<unknown> => sql`(select ${words}::text[])`

/** Rows in which every word is one that may have been meant, in any of the readings; those that hold what was typed are left out. */
export function readSounding(context: Context, readings: readonly Meant[], text: SearchText, limit: number): Promise<Hit[]> {
  const all = (words: readonly RawBuilder<unknown>[]) => sql`(${sql.join(words, sql` and `)})`
  const meant = readings.map((words) => all(words.map((sounds) => sql`s.sounds && ${unseen(sounds)}`)))
  const typed = all(text.words.map((word) => sql`s.joined like ${word.containing}`))
  return readHits(context, sql`(${sql.join(meant, sql` or `)}) and not ${typed}`, limit)
}

/** Rows whose key is one of these numbers or addresses. */
export const readKeys = (context: Context, keys: readonly string[], limit: number): Promise<Hit[]> =>
  readHits(context, sql`(s.joined = any(${unseen(keys)}::text[]) or ${spacedApart} and s.spaced = any(${unseen(keys)}::text[]))`, limit)
