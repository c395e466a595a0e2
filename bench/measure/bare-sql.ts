import { createHash } from 'node:crypto'
import { openPool } from '../../server/src/platform/database/pools.ts'
import { isKeyed } from '../../server/src/platform/database/prepared-statements.ts'
import { newId } from '../../server/src/platform/ids.ts'
import { hearStatements } from '../../server/src/testing/hear-statements.ts'
import type { Statement } from '../../server/src/testing/hear-statements.ts'
import { openProduct } from '../data/open-product.ts'
import type { BenchData } from '../data/prepare-data.ts'
import type { Answer, Call } from './client.ts'

interface Prepared extends Statement {
  /** Where the server keeps it prepared; a list or a figure over many files is planned for its values each time. */
  name?: string
}

/** The statements that one piece of work came to, as the server sent them. */
export interface Recorded {
  statements: Prepared[]
  /** What was made in it: ids, and the number of a request; whoever does it again makes new ones. */
  made: string[]
}

/** Opens the product within this process and writes down every statement that a piece of work leads to. */
export async function openRecorder(data: BenchData) {
  const app = await openProduct(data)
  const ask = async ({ method, path, body }: Call, cookie: string): Promise<Answer> => {
    const reply = await app.http.inject({
      method: method as 'GET',
      url: path,
      headers: { cookie, 'x-parvandeh': '1' },
      ...(body && { payload: body }),
    })
    if (reply.statusCode !== 200) throw new Error(`${method} ${path}: ${reply.statusCode} ${reply.payload}`)
    return { status: reply.statusCode, text: reply.payload, cookie: undefined }
  }
  return {
    ask,
    /** Does the work and gives its statements. Whoever works is known already, as in the middle of a day. */
    record: async (calls: readonly Call[], session: string): Promise<Recorded> => {
      // Under a name of its own, so that who it is was found just now and is not looked up within the work.
      const cookie = `${session}; bench=${newId()}`
      await ask({ method: 'GET', path: '/api/session' }, cookie)
      const since = newId().slice(0, 13)
      const answers: string[] = []
      const heard = await hearStatements(async () => {
        for (const call of calls) answers.push((await ask(call, cookie)).text)
      })
      const statements = heard
        .filter(isWork)
        .map((one) => (isKeyed(one.text) ? { ...one, name: createHash('md5').update(one.text).digest('hex') } : one))
      const writes = calls.some(({ method }) => method !== 'GET')
      return { statements, made: writes ? madeIn(JSON.stringify(statements), answers.join(''), since) : [] }
    },
    close: () => app.close(),
  }
}

/** Who works may have to be looked up anew within work that takes long; that belongs to no piece of work. */
const isWork = ({ text }: Statement): boolean => !/ "(?:session|user)"/u.test(text)

/** Ids that are younger than the work itself, and the number of a request registered in it. */
function madeIn(statements: string, answers: string, since: string): string[] {
  const ids = new Set(statements.match(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/gu))
  const number = /insert into [^(]*request_by_number/u.test(statements) ? /"number":"(\d+)"/u.exec(answers)?.[1] : undefined
  return [...ids].filter((id) => id.slice(0, 13) >= since).concat(number ?? [])
}

/** The statements through the driver alone, prepared where the server prepares them, over so many connections. */
export function openBareSql(url: string, connections: number) {
  const pool = openPool(url, { max: connections, onError: () => undefined })
  let turn = 0
  return {
    run: async ({ statements, made }: Recorded): Promise<void> => {
      const client = await pool.connect()
      try {
        for (const statement of made.length > 0 ? afresh(statements, made, (turn += 1)) : statements)
          await client.query(statement).catch(endedInTime)
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}

/** What the database ends for its length has taken that long; the product ends some sooner, and is content with an estimate. */
function endedInTime(error: unknown): void {
  if (!['57014', '25P02'].includes((error as { code?: string }).code ?? '')) throw error
}

/** The same statements with new ids and numbers for what they make. */
function afresh(statements: readonly Prepared[], made: readonly string[], turn: number): Prepared[] {
  const instead = new Map(made.map((word) => [word, word.includes('-') ? newId() : `${word.slice(0, 2)}9${process.pid}${turn}`]))
  const pattern = new RegExp(made.join('|'), 'gu')
  const renewed = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(pattern, (word) => instead.get(word) ?? word)
    return Array.isArray(value) ? value.map(renewed) : value
  }
  return statements.map(({ values, ...statement }) => ({ ...statement, values: values.map(renewed) }))
}
