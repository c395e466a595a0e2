import pg from 'pg'

export interface LongFile {
  id: string
  code: string
  lines: number
}

/** The longest files of the clerk's unit, the longest first: one of about ten thousand lines, the others of about a thousand. */
export async function longestFiles(ownerUrl: string): Promise<[LongFile, LongFile]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<LongFile>(
      `select c.customer_id as id, c.code, t.lines
       from (select customer_id, count(*)::int as lines from customers.timeline_entry group by 1 order by 2 desc limit 11) t
       join customers.customer c using (customer_id)
       join identity.person p on p.unit_id = c.unit_id and p.username = 'karshenas'
       order by t.lines desc limit 2`,
    )
    const [longest, long] = rows
    if (!longest || !long) throw new Error('no long files of the clerk’s unit')
    return [longest, long]
  } finally {
    await client.end()
  }
}
