import type { TimelineLine } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { displayNameOf } from '../files/display-name.rules.ts'
import { claimExternal } from '../files/external-keys.queries.ts'
import { externalValue } from '../files/external-value.ts'
import type { CustomerFile, ValueSource } from '../files/file.types.ts'
import { moveOwnTimeline, takeCodes } from '../files/files.queries.ts'
import { keepChangedFiles, keepNewFiles } from '../files/keep-files.ts'
import { loadTimeline } from '../timeline/grow-timeline.ts'
import { changeBetween } from './apply-row.rules.ts'
import type { Draft, FileRecord, IntakeOutcome, IntakeRow, IntakeRules } from './intake.types.ts'
import { openDesk } from './open-desk.ts'

/** What the rows would come to, one by one, against the files that are there now. Nothing is written. */
export async function tryIntake(context: Context, rows: readonly IntakeRow[], rules: IntakeRules): Promise<IntakeOutcome[]> {
  const desk = await openDesk(context, rows, rules, { lock: false })
  return rows.map((row) => desk.place(row))
}

/**
 * Takes some hundreds of customers in: each row into the file that it is about, or into a new one, under the rights of
 * the actor. A handful of statements and one event. `importId` is what the values come from. Gives what became of each
 * row, and of each file what is needed to take it back.
 */
export async function takeIn(
  context: Context,
  rows: readonly IntakeRow[],
  rules: IntakeRules,
  importId: string,
): Promise<{ outcomes: IntakeOutcome[]; records: FileRecord[] }> {
  const desk = await openDesk(context, rows, rules, { lock: true })
  const outcomes = rows.map((row) => desk.place(row))
  const written = [...desk.drafts].filter(({ changed }) => changed)
  const made = await keepMade(
    context,
    written.filter(({ before }) => !before),
    rules,
    importId,
  )
  const changed = await keepChanged(
    context,
    written.filter(({ before }) => before),
    importId,
  )
  const records = [...made, ...changed]
  if (records.length > 0) {
    const timeline = [...made, ...changed].map(({ line }) => line)
    // Their lines are written here: to carry them in the event and fetch them out again costs as much as the files.
    await loadTimeline(context, timeline)
    await context.publish('customers.files-loaded', { source: rules.source, count: made.length })
  }
  return { outcomes, records: records.map(({ line: _line, ...record }) => record) }
}

type Kept = FileRecord & { line: TimelineLine }

const sourceOfRow = (importId: string, row: number): ValueSource => ({ kind: 'import', id: importId, row })

async function keepMade(context: Context, drafts: readonly Draft[], rules: IntakeRules, importId: string): Promise<Kept[]> {
  if (drafts.length === 0) return []
  const codes = await takeCodes(context, drafts.length)
  const claims = drafts.flatMap(({ external, after }) =>
    external === undefined ? [] : [{ value: externalValue(rules.source, external), customerId: after.customerId }],
  )
  // A key that another has meanwhile, or a file out of sight, stays with that one.
  const won = claims.length === 0 ? new Set<string>() : await claimExternal(context, claims)
  const externals = drafts.map(({ external }) => {
    const value = external === undefined ? undefined : externalValue(rules.source, external)
    return value !== undefined && won.has(value) ? value : null
  })
  const made = drafts.map(({ number, after, external = '' }, index) => {
    const code = codes[index] ?? ''
    return {
      after: { ...after, code, displayName: displayNameOf(after, code) },
      source: sourceOfRow(importId, number),
      ...(externals[index] !== null && { externalKey: external }),
    }
  })
  await keepNewFiles(context, made)
  return made.map(({ after }, index) => ({
    number: drafts[index]?.number ?? 0,
    customerId: after.customerId,
    made: true,
    version: after.version,
    change: null,
    external: externals[index] ?? null,
    line: lineOf(context, after, 'customer.created', { code: after.code }),
  }))
}

async function keepChanged(context: Context, drafts: readonly Draft[], importId: string): Promise<Kept[]> {
  const changed = drafts.flatMap(({ number, before, after }) =>
    before
      ? [
          {
            number,
            before,
            after: { ...after, version: before.version + 1, updatedAt: context.now },
            source: sourceOfRow(importId, number),
          },
        ]
      : [],
  )
  await keepChangedFiles(context, changed)
  for (const { before, after } of changed) {
    if (before.unitId !== after.unitId || before.ownerId !== after.ownerId) await moveOwnTimeline(context, after)
  }
  return changed.map(({ number, before, after }) => {
    const change = changeBetween(before, after)
    const fields = [...Object.keys(change.fields), ...(change.points.length > 0 ? ['accessPoints'] : []), ...Object.keys(change.place)]
    return {
      number,
      customerId: after.customerId,
      made: false,
      version: after.version,
      change,
      external: null,
      line: lineOf(context, after, 'customer.changed', { fields: fields.join(' ') }),
    }
  })
}

const lineOf = (context: Context, file: CustomerFile, kind: string, facts: TimelineLine['facts']): TimelineLine => ({
  lineId: newId(context.now),
  customerId: file.customerId,
  at: context.now.toISOString(),
  kind,
  personId: context.actor.personId,
  permission: 'customers.read',
  unitId: file.unitId,
  ownerId: file.ownerId,
  accessClass: 'internal',
  subjectType: 'customer',
  subjectId: file.customerId,
  facts,
})
