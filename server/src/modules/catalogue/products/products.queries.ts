import { foldForStorage, foldJoined } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { CatalogueTables } from '../catalogue.tables.ts'
import type { NamedKey } from '../names.rules.ts'

export interface ProductRow {
  id: string
  name: string
  code: string | null
  active: boolean
  version: number
}

const columns = ['id', 'name', 'code', 'active', 'version'] as const
const catalogue = (context: Pick<Context, 'tx'>) => tablesOf<CatalogueTables>(context)

export async function readProducts(context: Context, limit: number): Promise<ProductRow[]> {
  return catalogue(context).selectFrom('catalogue.product').select(columns).orderBy('name_key').orderBy('id').limit(limit).execute()
}

export async function readProduct(context: Context, id: string): Promise<ProductRow | undefined> {
  return catalogue(context).selectFrom('catalogue.product').select(columns).where('id', '=', id).executeTakeFirst()
}

export async function lockProduct(context: Context, id: string): Promise<ProductRow | undefined> {
  return catalogue(context).selectFrom('catalogue.product').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
}

/** What is left of a code after folding; a code that says nothing is no code. */
function codeColumns(text: string | null): { code: string | null; code_key: string | null } {
  const code = foldForStorage(text ?? '')
  return code === '' ? { code: null, code_key: null } : { code, code_key: foldJoined(code) || code }
}

export interface ProductFacts {
  named: NamedKey
  code: string | null
  active: boolean
}

export async function insertProduct(context: Context, { named, code, active }: ProductFacts): Promise<ProductRow> {
  return catalogue(context)
    .insertInto('catalogue.product')
    .values({
      id: newId(context.now),
      name: named.name,
      name_key: named.key,
      ...codeColumns(code),
      active,
      version: 1,
      created_at: context.now,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export async function updateProduct(
  context: Context,
  id: string,
  { named, code, active }: ProductFacts,
  version: number,
): Promise<ProductRow> {
  return catalogue(context)
    .updateTable('catalogue.product')
    .set({ name: named.name, name_key: named.key, ...codeColumns(code), active, version })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export async function readProductIds(context: Context, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await catalogue(context)
    .selectFrom('catalogue.product')
    .select(['id', 'name_key'])
    .where(sql<boolean>`name_key = any(${[...keys]})`)
    .execute()
  return new Map(rows.map((row) => [row.name_key, row.id]))
}

/** Adds those that nobody has added meanwhile, and gives back what was added. */
export async function insertMissingProducts(context: Context, names: readonly NamedKey[]): Promise<ProductRow[]> {
  return catalogue(context)
    .insertInto('catalogue.product')
    .values(
      names.map(({ name, key }) => ({
        id: newId(context.now),
        name,
        name_key: key,
        code: null,
        code_key: null,
        active: true,
        version: 1,
        created_at: context.now,
      })),
    )
    .onConflict((conflict) => conflict.column('name_key').doNothing())
    .returning(columns)
    .execute()
}
