import type { AnswerOf, contract, CustomerMapping } from '@parvandeh/contract'
import type { BlobStore } from '../../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../../platform/context.ts'
import { AppError } from '../../../../platform/failure.ts'
import { keysOfRow, ownFieldsOf, tryIntake } from '../../../customers/index.ts'
import { requireWholeFile } from '../columns-in-sight.ts'
import { requireImport } from '../require-import.ts'
import { columnSamples, sampleImport } from '../sample-import.ts'
import { checkCustomers } from './check-customers.ts'
import { outcomeName, rulesOf } from './count-outcomes.rules.ts'
import { faultOfOutcome } from './customer-faults.rules.ts'
import { openLookups } from './open-lookups.ts'
import { customerReader } from './read-customer.ts'
import { SeenKeys } from './seen-keys.ts'
import { shownCells } from './shown-cells.rules.ts'

const triedRows = 200
const shownRows = 50
const shownProblems = 200

type Trial = AnswerOf<typeof contract.imports.tryCustomers>

/** Reads the first rows by a mapping and tells what would become of each, cell by cell; nothing is kept. */
export async function tryCustomers(context: Context, blobs: BlobStore, importId: string, given: CustomerMapping): Promise<Trial> {
  const one = await requireImport(context, importId, 'customers')
  requireWholeFile(context, one)
  const sample = await sampleImport(blobs, one.sha256)
  const { locale, actor, now } = context
  const { mapping, problems: misfits } = checkCustomers(given, columnSamples(sample), {
    locale,
    classes: actor.fieldClasses,
    own: await ownFieldsOf(context),
  })
  if (!mapping) throw new AppError('invalid-input', { problems: misfits })
  const rules = rulesOf(mapping, one)
  const read = customerReader(mapping, sample.columns, await openLookups(context), now.toISOString().slice(0, 10))
  const seen = new SeenKeys()
  const rows = sample.rows.slice(0, triedRows).map((tableRow) => {
    const customer = read(tableRow)
    return { tableRow, ...customer, repeated: customer.row !== undefined && seen.isRepeated(keysOfRow(customer.row, rules)) }
  })
  const outcomes = await tryIntake(
    context,
    rows.flatMap(({ row, repeated }) => (row && !repeated ? [row] : [])),
    rules,
  )
  const outcomeOf = new Map(outcomes.map((outcome) => [outcome.number, outcome]))
  const problems: Trial['problems'] = rows.flatMap(({ tableRow, faults }) => {
    const outcome = outcomeOf.get(tableRow.number)
    const more = outcome && faultOfOutcome(outcome)
    return [...faults, ...(more ? [more] : [])].map(({ code, column, fa, en, kept }) => ({
      row: tableRow.line,
      column,
      code,
      fa,
      en,
      kept,
    }))
  })
  return {
    rows: rows.slice(0, shownRows).map((one) => ({
      row: one.tableRow.line,
      outcome: outcomeName(one, outcomeOf.get(one.tableRow.number)),
      cells: shownCells(one.row, mapping, sample.columns, one.tableRow.cells),
    })),
    problems: problems.slice(0, shownProblems),
    rowsTried: rows.length,
  }
}
