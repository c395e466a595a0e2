import pg from 'pg'
import { copyIn, isCopy } from './copying-client.ts'
import { isOutdatedPlan } from './failure-names.ts'

/** So many statements are kept prepared on a connection; each takes some memory of the database server. */
const mostPrepared = 400
/** What has come so often will come again; a statement made of as many rows as were at hand will not. */
const timesSeen = 3
const mostWatched = 4000

/**
 * What one plan serves whatever the values are: new rows, and rows of one file or of some. A list or a figure over many
 * files is planned for its values each time, since a plan for all would not know how large a unit or a period is.
 */
export const isKeyed = (text: string): boolean =>
  /^\s*insert\b/iu.test(text) || (/\bcustomer_id"? (?:= (?:any\()?|in \()\$/u.test(text) && !/ like /iu.test(text))

const seen = new Map<string, number>()
let names = new Map<string, string>()
let renamed = 0

/** The name that a statement goes by on every connection, once it has come often enough. */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostPrepared || !isKeyed(text)) return known
  const times = (seen.get(text) ?? 0) + 1
  if (seen.size >= mostWatched) seen.clear()
  seen.set(text, times)
  if (times < timesSeen) return undefined
  names.set(text, `p${renamed}.${names.size}`)
  return names.get(text)
}

type Query = (this: pg.Client, ...given: unknown[]) => unknown
const plainly: Query = function plainly(...given) {
  return (pg.Client.prototype.query as Query).apply(this, given)
}

/** Prepares everything anew, under new names; within a transaction that has failed by it, the whole of it is to be tried again. */
async function afterChange(client: pg.Client, given: unknown[], error: unknown): Promise<unknown> {
  if (!isOutdatedPlan(error)) throw error
  names = new Map()
  renamed += 1
  if (client.getTransactionStatus() !== 'I') throw error
  return plainly.apply(client, given)
}

/** A connection on which the database reads only once what comes again and again, and which takes rows in by COPY. */
export class PreparingClient extends pg.Client {
  static {
    const query: Query = function query(...given) {
      const [text, values] = given
      if (typeof text === 'string' && Array.isArray(values) && isCopy(text))
        return copyIn(pg.Client.prototype.query.bind(this), text, String(values[0]))
      const name = given.length === 2 && typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined
      if (name === undefined) return plainly.apply(this, given)
      const answered = plainly.call(this, { name, text, values }) as Promise<unknown>
      return answered.catch((error: unknown) => afterChange(this, given, error))
    }
    this.prototype.query = query as typeof pg.Client.prototype.query
  }
}
