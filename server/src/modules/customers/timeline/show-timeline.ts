import type { AnswerOf, QueryOf, contract } from '@parvandeh/contract'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { decodeKey, pageFrom } from '../../../platform/paging.ts'
import { visibleLines } from '../customers.access.ts'
import { requireVisibleCustomer } from '../files/require-visible-customer.ts'
import { readTimeline } from './timeline.queries.ts'

type Timeline = typeof contract.customers.timeline

const keyShape = z.tuple([z.iso.datetime(), z.uuid()])

/** A page of the file's timeline: only the lines that the actor's rights reach, each under its own permission. */
export async function showTimeline(
  context: Context,
  customerId: string,
  { limit, after, kinds }: QueryOf<Timeline>,
): Promise<AnswerOf<Timeline>> {
  const key = decodeKey(after, keyShape)
  const wanted = kinds?.split(',').flatMap((kind) => kind.trim() || [])
  const asked = { kinds: wanted?.length ? wanted : undefined, after: key, limit: limit + 1 }
  const visible = visibleLines(context.actor, 't')
  // Both at once: lines of a file out of reach are read for nothing, and not shown.
  const [file, own] = await Promise.all([requireVisibleCustomer(context, customerId), readTimeline(context, [customerId], visible, asked)])
  const rows = file.fileIds.join() === customerId ? own : await readTimeline(context, file.fileIds, visible, asked)
  const page = pageFrom(rows, limit, (row) => [row.at.toISOString(), row.id])
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      kind: row.kind,
      personId: row.person_id,
      unitId: row.unit_id,
      subjectType: row.subject_type,
      subjectId: row.subject_id,
      accessClass: row.access_class,
      facts: row.facts,
    })),
  }
}
