import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Whether a statement takes rows in from the connection. Its one value is then the text of the rows. */
export const isCopy = (text: string): boolean => /^copy .* from stdin$/u.test(text)

/** Sends rows to a `copy ... from stdin`; fails as the statement would, with the constraint that was not kept. */
export async function copyIn(
  query: pg.Client['query'],
  text: string,
  rows: string,
): Promise<{ command: 'COPY'; rows: []; rowCount: number }> {
  const stream = query(copyFrom(text))
  await new Promise<void>((resolve, reject) => {
    stream.once('error', reject).once('finish', resolve).end(rows)
  })
  return { command: 'COPY', rows: [], rowCount: stream.rowCount }
}
