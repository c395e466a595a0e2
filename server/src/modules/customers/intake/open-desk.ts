import { checkNationalCode } from '@parvandeh/contract/persian'
import type { MatchKey } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { systemActor } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { mayReach } from '../../identity/index.ts'
import type { AccessPoint, CustomerFile } from '../files/file.types.ts'
import { nameOf } from '../files/display-name.rules.ts'
import { externalValue } from '../files/external-value.ts'
import { applyRow, mostPoints } from './apply-row.rules.ts'
import { emptyFile } from './empty-file.rules.ts'
import { findKnown, readRemovedKeys } from './intake.queries.ts'
import { readHolders } from './unique-values.ts'
import type { UniqueValues } from './unique-values.ts'
import type { Draft, IntakeOutcome, IntakeRow, IntakeRules } from './intake.types.ts'
import { keysOf, keysOfRow, soundCode } from './match-keys.ts'
import type { KeyOf } from './match-keys.ts'

export type { Desk }
type Found = { draft?: Draft | undefined; reason?: 'several-files' | 'keys-differ' }

/**
 * Where the rows of a batch meet the files that they are about: those that are there, and those that rows before them
 * have begun. `lock` holds the files until the transaction ends.
 */
export async function openDesk(context: Context, rows: readonly IntakeRow[], rules: IntakeRules, { lock }: { lock: boolean }) {
  const wanted = rows.flatMap((row) => keysOfRow(row, rules))
  const desk = new Desk(context, rules, await readHolders(context, rows), await readRemovedKeys(context, wanted))
  for (const { file, external } of await findKnown(context, wanted, rows, { lock })) desk.add(file, external)
  return desk
}

class Desk {
  readonly #context: Context
  readonly #rules: IntakeRules
  readonly #unique: UniqueValues
  /** Keys that lead to removed files: nobody is told to be new whom somebody took away. */
  readonly #removed: ReadonlySet<string>
  readonly #byKey = new Map<string, Set<Draft>>()
  /** In the order in which they were laid out or begun. */
  readonly drafts = new Set<Draft>()

  constructor(context: Context, rules: IntakeRules, unique: UniqueValues, removed: ReadonlySet<string>) {
    this.#context = context
    this.#rules = rules
    this.#unique = unique
    this.#removed = removed
  }

  /** Lays out a file that is there. */
  add(file: CustomerFile, external: string | undefined): void {
    this.#index({ number: 0, before: file, after: file, external, changed: false })
  }

  /** Finds the file of a row, writes the row into it, and says what came of it. */
  place(row: IntakeRow): IntakeOutcome {
    const { number } = row
    const keys = keysOfRow(row, this.#rules)
    const { draft, reason } = this.#find(row, keys)
    if (reason) return { number, outcome: 'ambiguous', reason }
    if (draft) return this.#change(row, draft)
    if (keys.some(({ key }) => this.#removed.has(key))) return { number, outcome: 'refused', reason: 'removed-file' }
    if (row.code !== undefined && this.#rules.matchBy.includes('code')) return { number, outcome: 'refused', reason: 'no-such-code' }
    return this.#begin(row)
  }

  #find(row: IntakeRow, keys: readonly KeyOf[]): Found {
    let found: Draft | undefined
    for (const by of this.#rules.matchBy) {
      const fitting = this.#candidates(row, by, keys)
      if (found === undefined) {
        if (fitting.size > 1) return { reason: 'several-files' }
        ;[found] = fitting
      } else if (by !== 'phone-name' && fitting.size > 0 && !fitting.has(found)) return { reason: 'keys-differ' }
    }
    return { draft: found }
  }

  #candidates(row: IntakeRow, by: MatchKey, keys: readonly KeyOf[]): Set<Draft> {
    const fitting = new Set(keys.filter((one) => one.by === by).flatMap(({ key }) => [...(this.#byKey.get(key) ?? [])]))
    if (by !== 'phone-name') return fitting
    // A family shares a telephone and a father's name is a son's: another national code is another person.
    const own = soundCode(row.facts.nationalCode, checkNationalCode)
    for (const draft of fitting) {
      const its = soundCode(draft.after.fields.nationalCode, checkNationalCode)
      if (own !== undefined && its !== undefined && own !== its) fitting.delete(draft)
    }
    return fitting
  }

  #change(row: IntakeRow, draft: Draft): IntakeOutcome {
    const { number } = row
    const { actor, now } = this.#context
    if (!mayReach(actor, 'customers.write', draft.after)) return { number, outcome: 'refused', reason: 'not-your-file' }
    // What an earlier row of this batch has begun is filled by the next about the same customer.
    if (this.#rules.onMatch === 'skip' && draft.before) return { number, outcome: 'skipped' }
    const onMatch = this.#rules.onMatch === 'skip' ? 'fill' : this.#rules.onMatch
    const newPoint = (point: Omit<AccessPoint, 'id'>): AccessPoint => ({ ...point, id: newId(now) })
    const after = applyRow(draft.after, row, { onMatch }, { classes: actor.fieldClasses, newPoint })
    if (after === draft.after) return { number, outcome: 'same' }
    if (after.accessPoints.length > mostPoints) return { number, outcome: 'refused', reason: 'too-many-points' }
    if (!mayReach(actor, 'customers.write', after)) return { number, outcome: 'refused', reason: 'not-your-unit' }
    if (!this.#unique.take(after)) return { number, outcome: 'refused', reason: 'not-unique' }
    draft.after = after
    if (!draft.changed) draft.number = number
    draft.changed = true
    this.#index(draft)
    return { number, outcome: 'updated' }
  }

  #begin(row: IntakeRow): IntakeOutcome {
    const { number } = row
    const { actor, now } = this.#context
    if (this.#rules.onNew === 'skip') return { number, outcome: 'skipped' }
    const place = { unitId: row.unitId ?? this.#rules.unitId ?? actor.unitId, ownerId: row.ownerId ?? this.#rules.ownerId }
    if (!mayReach(actor, 'customers.write', place)) return { number, outcome: 'refused', reason: 'not-your-unit' }
    if (row.points.length > mostPoints) return { number, outcome: 'refused', reason: 'too-many-points' }
    const empty = emptyFile(row.facts.kind ?? this.#rules.defaultKind, { customerId: newId(now), code: '', now, ...place })
    const newPoint = (point: Omit<AccessPoint, 'id'>): AccessPoint => ({ ...point, id: newId(now) })
    const after = applyRow(empty, row, { onMatch: 'fill' }, { classes: systemActor.fieldClasses, newPoint })
    if (nameOf(after.fields) === null && after.accessPoints.length === 0) return { number, outcome: 'refused', reason: 'nothing-known' }
    if (!this.#unique.take(after)) return { number, outcome: 'refused', reason: 'not-unique' }
    this.#index({ number, before: undefined, after, external: row.external, changed: true }, keysOfRow(row, this.#rules))
    return { number, outcome: 'created' }
  }

  #index(draft: Draft, keys = this.#keysOf(draft)): void {
    this.drafts.add(draft)
    for (const { key } of keys) this.#byKey.set(key, (this.#byKey.get(key) ?? new Set()).add(draft))
  }

  #keysOf({ before, after, external }: Draft): KeyOf[] {
    const { source, matchBy } = this.#rules
    const known = { code: after.code || undefined, fields: after.fields, points: after.accessPoints }
    return keysOf({ ...known, external: before || external === undefined ? external : externalValue(source, external) }, matchBy)
  }
}
