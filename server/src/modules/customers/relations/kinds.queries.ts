import type { RelationKind } from '@parvandeh/contract'
import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { CustomersTables } from '../customers.tables.ts'

const tables = (context: Pick<Context, 'tx'>) => tablesOf<CustomersTables>(context)
const columns = [
  'id',
  'key',
  'a_fa as aFa',
  'a_en as aEn',
  'b_fa as bFa',
  'b_en as bEn',
  'a_kind as aKind',
  'b_kind as bKind',
  'kinship',
  'active',
  'version',
] as const

type KindFacts = Omit<RelationKind, 'id' | 'key' | 'version'>

const valuesOf = ({ aFa, aEn, bFa, bEn, aKind, bKind, kinship, active }: KindFacts) => ({
  a_fa: aFa,
  a_en: aEn,
  b_fa: bFa,
  b_en: bEn,
  a_kind: aKind,
  b_kind: bKind,
  kinship,
  active,
})

/** Every kind, in the order in which they came. */
export const readKinds = (context: Pick<Context, 'tx'>): Promise<RelationKind[]> =>
  tables(context).selectFrom('customers.relation_kind').select(columns).orderBy('id').limit(500).execute()

export const readKind = (context: Context, id: string): Promise<RelationKind | undefined> =>
  tables(context).selectFrom('customers.relation_kind').select(columns).where('id', '=', id).executeTakeFirst()

/** The kind, held until the transaction ends. */
export const lockKind = (context: Context, id: string): Promise<RelationKind | undefined> =>
  tables(context).selectFrom('customers.relation_kind').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

export const insertKind = (context: Context, facts: KindFacts): Promise<RelationKind> =>
  tables(context)
    .insertInto('customers.relation_kind')
    .values({ id: newId(context.now), key: null, ...valuesOf(facts), version: 1 })
    .returning(columns)
    .executeTakeFirstOrThrow()

export const updateKind = (context: Context, id: string, facts: KindFacts, version: number): Promise<RelationKind> =>
  tables(context)
    .updateTable('customers.relation_kind')
    .set({ ...valuesOf(facts), version })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()
