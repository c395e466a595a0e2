import type { Kysely } from 'kysely'
import type { Actor, AnyTables, Context } from './context.ts'
import { systemActor } from './context.ts'
import { isWorthRetrying } from './database/failure-names.ts'
import { AppError } from './failure.ts'
import { writeEvent } from './outbox/events.ts'
import { openSealing } from './subjects/sealing.ts'

interface Who {
  actor: Actor
  locale: 'fa' | 'en'
  now: Date
  /** Under which the keys of customers are kept. */
  masterKey: Buffer
}

export type CommandRunner = <T>(command: (context: Context) => Promise<T>) => Promise<T>

const attempts = 4

/**
 * Runs a command in one transaction with its events. A deadlock or serialisation failure is tried again;
 * a connection lost at commit is not, since the outcome is unknown.
 */
export async function runCommand<T>(db: Kysely<AnyTables>, who: Who, command: (context: Context) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute((tx) => command(contextOf(tx, who)))
    } catch (error) {
      if (error instanceof AppError && error.afterRollback) await leaveTrace(db, who, error.afterRollback)
      if (attempt === attempts || !isWorthRetrying(error)) throw error
    }
  }
}

/** Some refusals must be remembered although what they refused is rolled back. */
async function leaveTrace(db: Kysely<AnyTables>, who: Who, trace: (context: Context) => Promise<void>): Promise<void> {
  await db.transaction().execute((tx) => trace(contextOf(tx, who)))
}

/** A context over a transaction, or over the pool for reads of one statement. */
export function contextOf(tx: Kysely<AnyTables>, { masterKey, ...who }: Who): Context {
  const sealing = openSealing(tx, masterKey, who.now)
  const outbox = { tx, sealing, now: who.now }
  return { ...who, tx, sealing, publish: (name, payload) => writeEvent(outbox, name, payload) }
}

/** A runner for what the system does by itself. */
export function systemRunner(db: Kysely<AnyTables>, masterKey: Buffer, clock: () => Date = () => new Date()): CommandRunner {
  return (command) => runCommand(db, { actor: systemActor, locale: 'fa', now: clock(), masterKey }, command)
}
