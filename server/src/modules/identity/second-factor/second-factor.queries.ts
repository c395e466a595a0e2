import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { tablesOf } from '../../../platform/context.ts'
import type { AnyTables, Context } from '../../../platform/context.ts'
import type { IdentityTables } from '../identity.tables.ts'
import type { SecondFactorPolicy } from './policy.rules.ts'

const identity = (db: Kysely<AnyTables>) => tablesOf<IdentityTables>({ tx: db })

/** What may stand between a person and everything else. */
export async function readDues(
  db: Kysely<AnyTables>,
  personId: string,
): Promise<{ passwordDue: boolean; secondFactor: boolean; policy: SecondFactorPolicy }> {
  const row = await identity(db)
    .selectFrom('identity.person as p')
    .leftJoin('auth.user as u', 'u.id', 'p.user_id')
    .select(['p.password_due', 'u.twoFactorEnabled'])
    .select(sql<SecondFactorPolicy | null>`(select second_factor from identity.organisation)`.as('policy'))
    .where('p.id', '=', personId)
    .executeTakeFirst()
  return { passwordDue: row?.password_due ?? false, secondFactor: row?.twoFactorEnabled ?? false, policy: row?.policy ?? 'optional' }
}

/** For so long a code of the app counts, one step before and one after its own. */
const codeLivesMs = 90_000

/**
 * Uses a code up; false when it was used before. The row is held until the transaction ends, so that of two who send
 * the same code at once one is late.
 */
export async function spendCode(context: Context, personId: string, code: string): Promise<boolean> {
  const sha256 = createHash('sha256').update(code).digest('hex')
  const done = await identity(context.tx)
    .insertInto('identity.used_code')
    .values({ person_id: personId, sha256, used_at: context.now })
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'sha256'])
        .doUpdateSet({ used_at: context.now })
        .where('identity.used_code.used_at', '<', new Date(context.now.getTime() - codeLivesMs)),
    )
    .executeTakeFirst()
  return done.numInsertedOrUpdatedRows === 1n
}

export async function deleteSecondFactor(context: Context, userId: string): Promise<boolean> {
  const done = await identity(context.tx).deleteFrom('auth.twoFactor').where('userId', '=', userId).executeTakeFirst()
  await identity(context.tx).updateTable('auth.user').set({ twoFactorEnabled: false }).where('id', '=', userId).execute()
  return done.numDeletedRows > 0n
}

/** The policy, how many can sign in, and how many of them have a second factor. */
export async function readPolicy(context: Context): Promise<{ policy: SecondFactorPolicy; people: number; withSecondFactor: number }> {
  const row = await identity(context.tx)
    .selectFrom('identity.person as p')
    .innerJoin('auth.user as u', 'u.id', 'p.user_id')
    .select((eb) => eb.fn.countAll<string>().as('people'))
    .select(sql<string>`count(*) filter (where u."twoFactorEnabled")`.as('with_factor'))
    .select(sql<SecondFactorPolicy | null>`(select second_factor from identity.organisation)`.as('policy'))
    .where('p.active', '=', true)
    .executeTakeFirstOrThrow()
  return { policy: row.policy ?? 'optional', people: Number(row.people), withSecondFactor: Number(row.with_factor) }
}

export async function updatePolicy(context: Context, policy: SecondFactorPolicy): Promise<void> {
  await identity(context.tx).updateTable('identity.organisation').set({ second_factor: policy }).execute()
}
