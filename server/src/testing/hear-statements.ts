import pg from 'pg'

/** A statement as it was sent to the database. */
export interface Statement {
  text: string
  values: unknown[]
}

type AnyQuery = (this: pg.Client, ...given: unknown[]) => unknown

/** Hears every statement that this process sends while the work goes on, whoever sends it. */
export async function hearStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const heard: Statement[] = []
  const query = pg.Client.prototype.query as AnyQuery
  const hear: AnyQuery = function hear(this: pg.Client, ...given) {
    const [first, second] = given as [string | Partial<Statement> | undefined, unknown]
    const { text, values = second } = typeof first === 'object' ? first : { text: first }
    if (text !== undefined) heard.push({ text, values: Array.isArray(values) ? values : [] })
    return query.apply(this, given)
  }
  pg.Client.prototype.query = hear as typeof pg.Client.prototype.query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query as typeof pg.Client.prototype.query
  }
  return heard
}
