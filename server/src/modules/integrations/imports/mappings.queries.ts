import type { AnswerOf, contract, CustomerMapping, LedgerMapping, RequestMapping } from '@parvandeh/contract'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { IntegrationsTables } from '../integrations.tables.ts'

interface NamedMapping {
  name: string
  mapping: RequestMapping | CustomerMapping | LedgerMapping
  /** Of the headers of the file that it was made for, so that the next such file is known again. */
  signature: string | null
}

/** Keeps a mapping under a name; one of that name is replaced. */
export async function saveMapping(context: Context, { name, mapping, signature }: NamedMapping): Promise<void> {
  const saved = { mapping: JSON.stringify(mapping), signature, saved_at: context.now, saved_by: context.actor.personId }
  const kind = mapping.kind === 'customers' || mapping.kind === 'ledgers' ? mapping.kind : ('requests' as const)
  await tablesOf<IntegrationsTables>(context)
    .insertInto('integrations.import_mapping')
    .values({ id: newId(context.now), kind, name, ...saved })
    .onConflict((conflict) => conflict.columns(['kind', 'name']).doUpdateSet(saved))
    .execute()
}

/** The customers' mapping that was saved last for files of these headers. */
export async function rememberedMapping(
  context: Context,
  signature: string,
): Promise<{ name: string; mapping: CustomerMapping } | undefined> {
  const found = await lastOfKind(context, 'customers', signature)
  return found?.mapping.kind === 'customers' ? { name: found.name, mapping: found.mapping } : undefined
}

/** The ledgers' mapping that was saved last for files of these headers. */
export async function rememberedLedgers(
  context: Context,
  signature: string,
): Promise<{ name: string; mapping: LedgerMapping } | undefined> {
  const found = await lastOfKind(context, 'ledgers', signature)
  return found?.mapping.kind === 'ledgers' ? { name: found.name, mapping: found.mapping } : undefined
}

const lastOfKind = (context: Context, kind: 'customers' | 'ledgers', signature: string) =>
  tablesOf<IntegrationsTables>(context)
    .selectFrom('integrations.import_mapping')
    .select(['name', 'mapping'])
    .where('signature', '=', signature)
    .where('kind', '=', kind)
    .orderBy('saved_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Saved mappings by name: an organisation has dozens at the most. They hold no data of customers. */
export async function savedMappings(context: Context): Promise<AnswerOf<typeof contract.imports.mappings>> {
  const rows = await tablesOf<IntegrationsTables>(context)
    .selectFrom('integrations.import_mapping')
    .select(['id', 'name', 'mapping', 'saved_at'])
    .orderBy('name')
    .limit(1000)
    .execute()
  const presented = rows.map((row) => ({ id: row.id, name: row.name, mapping: row.mapping, savedAt: row.saved_at.toISOString() }))
  return {
    mappings: presented.flatMap(({ mapping, ...one }) =>
      mapping.kind === 'customers' || mapping.kind === 'ledgers' ? [] : [{ ...one, mapping }],
    ),
    ledgers: presented.flatMap(({ mapping, ...one }) => (mapping.kind === 'ledgers' ? [{ ...one, mapping }] : [])),
    customers: presented.flatMap(({ mapping, ...one }) => (mapping.kind === 'customers' ? [{ ...one, mapping }] : [])),
  }
}
