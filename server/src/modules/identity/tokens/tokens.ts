import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { newId } from '../../../platform/ids.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { insertToken, revokeTokenOf } from './tokens.queries.ts'

/**
 * Makes an access token with a person's rights. Only its hash is kept: the token itself is given this once. A token
 * cannot make another: one that leaked would outlive its end and its revocation.
 */
export async function addToken(context: Context, personId: string, { name, days }: { name: string; days: number | null }) {
  // Whoever must first set a password of their own could otherwise leave a key behind that outlives the old one.
  if (context.actor.kind === 'token' || context.actor.due) throw new AppError('not-permitted')
  const token = `pvd_${randomBytes(32).toString('base64url')}`
  const expiresAt = days === null ? null : new Date(context.now.getTime() + days * 86_400_000)
  const id = newId(context.now)
  await insertToken(context, { id, personId, name, sha256: createHash('sha256').update(token).digest('hex'), expiresAt })
  await writeAudit(context, { action: 'token.added', subjectType: 'token', subjectId: id, after: { name, personId, expiresAt } })
  return { id, name, token, createdAt: context.now.toISOString(), lastUsedAt: null, expiresAt: expiresAt?.toISOString() ?? null }
}

export async function revokeToken(context: Context, personId: string, tokenId: string): Promise<void> {
  if (!(await revokeTokenOf(context, personId, tokenId))) throw new AppError('not-found')
  await writeAudit(context, { action: 'token.revoked', subjectType: 'token', subjectId: tokenId })
  await context.publish('identity.access-changed', { personId })
}
