import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { writeAudit } from '../../identity/index.ts'
import { customPrefix } from '../fields/field-catalogue.ts'
import { readFields } from '../fields/fields.queries.ts'
import type { Hit } from './search.queries.ts'

/** The first hits, each customer once with the value that found it. Delicate values that are shown are put on record. */
export async function answerWith(
  context: Context,
  found: readonly Hit[],
  limit: number,
): Promise<AnswerOf<typeof contract.customers.search>> {
  const once = new Map<string, Hit>()
  for (const hit of found) if (!once.has(hit.customerId)) once.set(hit.customerId, hit)
  const hits = [...once.values()].slice(0, limit)
  await recordDelicate(context, hits)
  return {
    rows: hits.map(({ customerId, code, displayName, kind, provisional, source, label }) => ({
      customerId,
      code,
      displayName,
      kind,
      provisional,
      matched: { source, text: label },
    })),
  }
}

/** Delicate values that were shown are put on record: whose, and which field. */
async function recordDelicate(context: Context, hits: readonly Hit[]): Promise<void> {
  const own = hits.flatMap(({ accessClass }) => (accessClass.startsWith(customPrefix) ? accessClass.slice(customPrefix.length) : []))
  const classes = new Map((await readFields(context, own)).map((field) => [`${customPrefix}${field.key}`, field.access_class as string]))
  for (const { customerId, source, accessClass: rowClass } of hits) {
    const accessClass = classes.get(rowClass) ?? rowClass
    if (accessClass !== 'sensitive' && accessClass !== 'financial') continue
    await writeAudit(context, {
      action: 'field.read',
      subjectType: 'customer',
      subjectId: customerId,
      customerId,
      after: { fields: [source] },
    })
  }
}
