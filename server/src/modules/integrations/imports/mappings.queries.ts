import type { RequestMapping } from '@parvandeh/contract'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { IntegrationsTables } from '../integrations.tables.ts'

/** Keeps a mapping under a name; one of that name is replaced. */
export async function saveMapping(context: Context, name: string, mapping: RequestMapping): Promise<void> {
  const saved = { mapping: JSON.stringify(mapping), saved_at: context.now, saved_by: context.actor.personId }
  await tablesOf<IntegrationsTables>(context)
    .insertInto('integrations.import_mapping')
    .values({ id: newId(context.now), name, ...saved })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(saved))
    .execute()
}

/** Saved mappings by name: an organisation has dozens at the most. They hold no data of customers. */
export async function savedMappings(context: Context) {
  const rows = await tablesOf<IntegrationsTables>(context)
    .selectFrom('integrations.import_mapping')
    .select(['id', 'name', 'mapping', 'saved_at'])
    .orderBy('name')
    .limit(1000)
    .execute()
  return { mappings: rows.map((row) => ({ id: row.id, name: row.name, mapping: row.mapping, savedAt: row.saved_at.toISOString() })) }
}
