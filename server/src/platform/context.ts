import type { AccessClass, EventInput, EventName, Permission, Scope } from '@parvandeh/contract'
import type { Kysely } from 'kysely'
import type { Sealing } from './subjects/sealing.ts'

/** Who acts: a person (by session or by access token), or the system itself. */
export interface Actor {
  kind: 'person' | 'token' | 'system'
  personId: string | null
  unitId: string | null
  /** The person's unit and all units below it. */
  unitIds: readonly string[]
  grants: Readonly<Partial<Record<Permission, Scope>>>
  fieldClasses: ReadonlySet<AccessClass>
  /** What the person must do before any right of theirs holds. */
  due?: 'password' | 'second-factor'
  /** Client's network address, for the audit trail. */
  address: string | null
}

/** The tables of no one: a module gives its own types with `tablesOf`. */
export type AnyTables = Record<never, never>

/** What every command and query is given. `tx` is a transaction in commands and a plain connection in reads. */
export interface Context {
  actor: Actor
  now: Date
  tx: Kysely<AnyTables>
  locale: 'fa' | 'en'
  /** Seals what is said of a customer outside their own rows, so that it can be erased. */
  sealing: Sealing
  /** Writes the event to the outbox in the same transaction. */
  publish: <N extends EventName>(name: N, payload: EventInput<N>) => Promise<void>
}

/** The same transaction, typed as the tables of one module: a module can name only its own. */
export function tablesOf<T>(context: { tx: Kysely<AnyTables> }): Kysely<T> {
  return context.tx as unknown as Kysely<T>
}

const everything = new Proxy({} as Partial<Record<Permission, Scope>>, { get: () => 'all', has: () => true })

/** The system itself: reactions, schedules, imports after they were started, the command line. */
export const systemActor: Actor = {
  kind: 'system',
  personId: null,
  unitId: null,
  unitIds: [],
  grants: everything,
  fieldClasses: new Set<AccessClass>(['public', 'internal', 'sensitive', 'financial']),
  address: null,
}
