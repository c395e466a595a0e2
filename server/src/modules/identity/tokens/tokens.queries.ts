import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { IdentityTables } from '../identity.tables.ts'

interface TokenRow {
  id: string
  personId: string
  name: string
  sha256: string
  expiresAt: Date | null
}

const tokens = (context: Context) => tablesOf<IdentityTables>(context)

export async function insertToken(context: Context, token: TokenRow): Promise<void> {
  await tokens(context)
    .insertInto('identity.access_token')
    .values({
      id: token.id,
      person_id: token.personId,
      name: token.name,
      sha256: token.sha256,
      created_at: context.now,
      expires_at: token.expiresAt,
      last_used_at: null,
      revoked_at: null,
    })
    .execute()
}

export async function tokensOf(context: Context, personId: string) {
  const rows = await tokens(context)
    .selectFrom('identity.access_token')
    .select(['id', 'name', 'created_at', 'last_used_at', 'expires_at'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    expiresAt: row.expires_at?.toISOString() ?? null,
  }))
}

/** Ends every token of a person; gives how many there were. */
export async function revokeTokensOf(context: Context, personId: string): Promise<number> {
  const done = await tokens(context)
    .updateTable('identity.access_token')
    .set({ revoked_at: context.now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

export async function revokeTokenOf(context: Context, personId: string, tokenId: string): Promise<boolean> {
  const done = await tokens(context)
    .updateTable('identity.access_token')
    .set({ revoked_at: context.now })
    .where('id', '=', tokenId)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
