import type { AnswerOf, contract, RequestMapping } from '@parvandeh/contract'
import type { BlobStore } from '../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { checkMapping } from './mapping/check-mapping.rules.ts'
import { rowReader } from './mapping/parse-row.rules.ts'
import { sentenceOfRowFault } from './mapping/row-fault-sentences.ts'
import type { StagedRow } from './mapping/story.types.ts'
import { tellRequest } from './mapping/tell-request.rules.ts'
import type { RequestStory } from './mapping/tell-request.rules.ts'
import { requireImport } from './require-import.ts'
import { columnSamples, sampleImport } from './sample-import.ts'

const triedRows = 500
const shownRequests = 50
const shownProblems = 100

type Trial = AnswerOf<typeof contract.imports.tryMapping>

/** Reads the first rows by a mapping and tells the requests that they make; nothing is kept. */
export async function tryMapping(context: Context, blobs: BlobStore, importId: string, given: RequestMapping): Promise<Trial> {
  const one = await requireImport(context, importId, 'requests')
  const sample = await sampleImport(blobs, one.sha256)
  const { mapping, problems: misfits } = checkMapping(given, columnSamples(sample), context.locale)
  if (!mapping) throw new AppError('invalid-input', { problems: misfits })
  const read = rowReader(mapping, sample.columns, context.now)
  const rows = sample.rows.slice(0, triedRows)
  const byTicket = new Map<string, StagedRow[]>()
  const problems: Trial['problems'] = []
  for (const row of rows) {
    const { parsed, faults } = read(row)
    if (faults)
      problems.push(...faults.map((fault) => ({ row: row.line, column: fault.column, code: fault.code, ...sentenceOfRowFault(fault) })))
    else
      byTicket.set(parsed.number, [
        ...(byTicket.get(parsed.number) ?? []),
        { number: row.number, rowKey: String(row.number), cells: parsed },
      ])
  }
  const requests = [...byTicket].slice(0, shownRequests).map(([number, staged]) => presentStory(tellRequest(number, staged, mapping)))
  return { requests, problems: problems.slice(0, shownProblems), rowsTried: rows.length }
}

function presentStory({ number, customer, events }: RequestStory): Trial['requests'][number] {
  const inOrder = events.toSorted((a, b) => +a.at - +b.at)
  return {
    number,
    customer,
    events: inOrder.map((event) => ({
      at: event.at.toISOString(),
      kind: event.kind,
      employee: event.employee ?? event.toEmployee ?? null,
      label: event.label ?? '',
    })),
  }
}
