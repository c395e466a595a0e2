import type { Route } from '@parvandeh/contract'
import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { AppError } from '../failure.ts'
import type { LongTools } from '../outbox/reactions.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu
/** Longer than a browser that was offline over a weekend and a holiday keeps its writes. */
const keptMs = 7 * 86_400_000
const rowsAtOnce = 5000

interface Named {
  key: string
  route: Route
  input: { params: unknown; query: unknown; body: unknown }
}

/** The key by which a caller names a write, if it does: header `Idempotency-Key`, a UUID. */
export function keyOf(headers: Headers): string | null {
  const key = headers.get('idempotency-key')
  if (key !== null && !uuid.test(key)) throw new AppError('malformed-request')
  return key
}

/**
 * Carries a write out unless this person has had it carried out under the same key; then gives the answer of that time.
 * One that is still under way elsewhere is waited for. The same key with something else is refused: `key-reused`.
 */
export async function once<T>(context: Context, { key, route, input }: Named, command: () => Promise<T>): Promise<T> {
  const { personId } = context.actor
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([route.method, route.path, input.params, input.query, input.body]))
    .digest('hex')
  const claimed = await sql`insert into platform.done_once (person_id, key, fingerprint, done_at)
    values (${personId}, ${key}, ${fingerprint}, ${context.now}) on conflict do nothing`.execute(context.tx)
  if (claimed.numAffectedRows === 1n) {
    const answer = await command()
    const subjects = [...new Set(subjectsIn({ params: input.params, answer }))]
    await sql`update platform.done_once set answer = ${JSON.stringify(answer ?? {})}, subject_ids = ${subjects}::uuid[] where person_id = ${personId} and key = ${key}`.execute(
      context.tx,
    )
    return answer
  }
  const found = await sql<{ fingerprint: string; answer: T }>`select fingerprint, answer from platform.done_once
    where person_id = ${personId} and key = ${key}`.execute(context.tx)
  if (found.rows[0]?.fingerprint !== fingerprint) throw new AppError('key-reused')
  return found.rows[0].answer
}

/** The customers whom an answer tells of. */
function subjectsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'customerId' && typeof part === 'string' && uuid.test(part) ? [part] : subjectsIn(part),
  )
}

/** Forgets the answers that tell of these customers: whoever asks again is answered anew. */
export async function forgetAnswersAbout({ tx }: Context, customerIds: readonly string[]): Promise<number> {
  const done = await sql`delete from platform.done_once where subject_ids && ${customerIds}::uuid[]`.execute(tx)
  return Number(done.numAffectedRows ?? 0)
}

/** Forgets keys that nobody will come back with. */
export async function sweepOnce({ runAsSystem, signal }: LongTools): Promise<void> {
  const forget = async ({ tx, now }: Context) => {
    const done = await sql`delete from platform.done_once where (person_id, key) in (
      select person_id, key from platform.done_once where done_at < ${new Date(now.getTime() - keptMs)} limit ${rowsAtOnce})`.execute(tx)
    return Number(done.numAffectedRows ?? 0)
  }
  while (!signal.aborted && (await runAsSystem(forget)) === rowsAtOnce);
}
