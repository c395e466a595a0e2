import type { AccessClass, Notice } from '@parvandeh/contract'
import { systemActor } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { compileCondition } from '../conditions/compile-condition.queries.ts'
import { customPrefix, fieldsByKey } from '../fields/field-catalogue.ts'
import type { CustomerFile, ValueSource } from '../files/file.types.ts'
import { classOfField } from '../files/tidy.rules.ts'
import type { FixedField } from '../files/file.types.ts'
import { trustOf } from '../trust/trust.rules.ts'
import { weighFile } from '../trust/weigh-file.ts'
import { announceContradiction, noticeOf } from './announce-contradiction.ts'
import type { FileEvidence, Finding, Rule, SeenLine } from './consistency.types.ts'
import { readContradictions, storeContradictions } from './contradictions.queries.ts'
import type { StoredContradiction } from './contradictions.queries.ts'
import { filesWhere, readContacts, readJudged, readReckoned, readSeen, storeTrust } from './evidence.queries.ts'
import type { JudgedValue, Reckoned } from './evidence.queries.ts'
import { findContradictions } from './find-contradictions.ts'
import { reconcile } from './reconcile.rules.ts'
import type { ChangedContradiction } from './reconcile.rules.ts'
import { readRules } from './rules.queries.ts'

export interface ReckonedFile {
  file: CustomerFile
  /** Given for a file that was only just made: nothing has been seen of it or judged in it. */
  born?: ValueSource
}

interface Known {
  rules: Rule[]
  classOf: (key: string) => AccessClass
  seen: ReadonlyMap<string, SeenLine[]>
  judged: ReadonlyMap<string, JudgedValue[]>
  reckoned: ReadonlyMap<string, Reckoned>
  found: ReadonlyMap<string, StoredContradiction[]>
  violated: ReadonlyMap<string, Set<string>>
}

/**
 * Holds files against the rules: finds what contradicts itself, closes what no longer does, and reckons the trust anew.
 * A handful of statements for some hundreds of files, and one for each rule that is a condition. `tells`: whoever is
 * responsible is told of what is new.
 */
export async function reckonFiles(context: Context, files: readonly ReckonedFile[], options: { tells: boolean }): Promise<void> {
  if (files.length === 0) return
  const known = await gather(context, files)
  const stored: StoredContradiction[] = []
  const trusts = new Map<string, number>()
  for (const one of files) {
    const { customerId } = one.file
    const evidence = evidenceOf(one.file, known)
    const findings = findContradictions(evidence, known.rules, known.classOf, context.now)
    const before = known.found.get(customerId) ?? []
    const { changed, open } = reconcile(customerId, before, findings, context.now)
    stored.push(...changed.map((change) => rowOf(context, one.file, change)))
    // What a new file begins with was written with it.
    if (one.born === undefined || open.length > 0) trusts.set(customerId, trustOf(weighKnown(context, one, known, evidence, open)))
  }
  await storeContradictions(context, stored)
  await storeTrust(context, trusts)
  if (options.tells) await tell(context, stored)
}

async function gather(context: Context, files: readonly ReckonedFile[]): Promise<Known> {
  const rules = (await readRules(context)).filter(({ active }) => active)
  const ids = files.map(({ file }) => file.customerId)
  const old = files.filter(({ born }) => born === undefined).map(({ file }) => file.customerId)
  const byAll = rules.some(({ rule }) => rule?.kind === 'observed' && rule.observed !== 'cityId')
  const none = new Map()
  return {
    rules,
    classOf: await classesOf(context, rules),
    seen: old.length === 0 ? none : byAll ? await readContacts(context, old) : await readSeen(context, old),
    judged: old.length === 0 ? none : await readJudged(context, old),
    reckoned: old.length === 0 ? none : await readReckoned(context, old),
    found: old.length === 0 ? none : await readContradictions(context, old),
    violated: await violatedBy(context, rules, ids),
  }
}

/** The access class of every field that the rules speak of. */
async function classesOf(context: Context, rules: readonly Rule[]): Promise<(key: string) => AccessClass> {
  const own = rules
    .flatMap(({ rule }) => (rule ? (JSON.stringify(rule).match(/"field":"[^"]+"/gu) ?? []) : []))
    .map((text) => text.slice(9, -1))
  const fields = own.length === 0 ? new Map<string, { accessClass: AccessClass }>() : await fieldsByKey(context, [...new Set(own)])
  // A field that is there no longer is nobody's to see.
  return (key) => fields.get(key)?.accessClass ?? (key.startsWith(customPrefix) ? 'sensitive' : classOfField(key as FixedField))
}

/** Which conditions that should not hold do hold, by file. A condition over a field that is there no longer holds of none. */
async function violatedBy(context: Context, rules: readonly Rule[], ids: readonly string[]): Promise<Map<string, Set<string>>> {
  const violated = new Map<string, Set<string>>()
  for (const { id, rule } of rules) {
    if (rule?.kind !== 'condition') continue
    const condition = await compileCondition(context, rule.where, { actor: systemActor }).catch((error: unknown) => {
      if (error instanceof AppError) return undefined
      throw error
    })
    if (condition)
      for (const customerId of await filesWhere(context, ids, condition))
        violated.set(customerId, (violated.get(customerId) ?? new Set()).add(id))
  }
  return violated
}

function evidenceOf(file: CustomerFile, known: Known): FileEvidence {
  const { customerId } = file
  const doubted = (known.judged.get(customerId) ?? []).flatMap(({ field, accessClass, value, doubt }) =>
    doubt === null ? [] : [{ field, accessClass, value, note: doubt }],
  )
  return {
    file,
    custom: known.reckoned.get(customerId)?.custom ?? {},
    seen: known.seen.get(customerId) ?? [],
    doubts: doubted,
    violated: known.violated.get(customerId) ?? new Set(),
  }
}

function weighKnown(
  context: Context,
  { file, born }: ReckonedFile,
  known: Known,
  evidence: FileEvidence,
  open: readonly Pick<Finding, 'severity'>[],
) {
  const reckoned = known.reckoned.get(file.customerId)
  return weighFile({
    evidence,
    rules: known.rules,
    open,
    judged: known.judged.get(file.customerId) ?? [],
    birth: born
      ? { kind: born.kind, confidence: born.confidence ?? null }
      : { kind: reckoned?.sourceKind ?? null, confidence: reckoned?.sourceConfidence ?? null },
    completeness: reckoned?.completeness ?? null,
    classes: systemActor.fieldClasses,
    now: context.now,
  })
}

const rowOf = (context: Context, { customerId, unitId, ownerId }: CustomerFile, change: ChangedContradiction): StoredContradiction => ({
  ...change,
  customerId: change.customerId ?? customerId,
  unitId,
  ownerId,
  id: change.id ?? newId(context.now),
})

async function tell(context: Context, stored: readonly StoredContradiction[]): Promise<void> {
  for (const one of stored) {
    const notices: Notice[] = one.state === 'open' && one.ownerId !== null ? [await noticeOf(context, one)] : []
    await announceContradiction(context, one, notices)
  }
}
