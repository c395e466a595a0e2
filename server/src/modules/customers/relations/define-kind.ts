import type { BodyOf, RelationKind, contract } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { refuseField } from '../refuse-field.ts'
import { insertKind, lockKind, updateKind } from './kinds.queries.ts'

type Given = BodyOf<typeof contract.relationKinds.add>

function tidy(context: Context, given: Given): Given {
  const names = { aFa: given.aFa, aEn: given.aEn, bFa: given.bFa, bEn: given.bEn }
  const kept = mapped(names, foldForStorage)
  for (const [field, name] of Object.entries(kept)) if (name === '') throw refuseField(context, field, 'unreadable')
  return { ...given, ...kept }
}

const mapped = <T extends Record<string, string>>(values: T, change: (value: string) => string): T =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)])) as T

/** Adds a kind of relation, with a name for each of its directions. */
export async function addKind(context: Context, given: Given): Promise<RelationKind> {
  const facts = tidy(context, given)
  const kind = await insertKind(context, facts)
  await writeAudit(context, { action: 'relation-kind.added', subjectType: 'relation-kind', subjectId: kind.id, after: facts })
  return kind
}

/** Renames a kind, or takes it out of use. Relations of it stay and are called by the new names. */
export async function changeKind(
  context: Context,
  kindId: string,
  { version, ...given }: BodyOf<typeof contract.relationKinds.change>,
): Promise<RelationKind> {
  const before = await lockKind(context, kindId)
  if (!before) throw new AppError('not-found')
  if (before.version !== version) throw new AppError('changed-meanwhile')
  const after = await updateKind(context, kindId, tidy(context, given), version + 1)
  await writeAudit(context, { action: 'relation-kind.changed', subjectType: 'relation-kind', subjectId: kindId, before, after })
  return after
}
