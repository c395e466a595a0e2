import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { requirePerson } from '../people/change-person.ts'
import { deleteSessions, forgetDevices } from '../sign-in/sessions.queries.ts'
import type { SecondFactorPolicy } from './policy.rules.ts'
import { deleteSecondFactor, readPolicy, updatePolicy } from './second-factor.queries.ts'

/** For whoever has lost the phone and the backup codes: the password alone opens again, and every session ends. */
export async function resetSecondFactor(context: Context, personId: string): Promise<void> {
  const { userId } = await requirePerson(context, personId)
  if (userId === null || !(await deleteSecondFactor(context, userId))) throw new AppError('second-factor-off')
  await deleteSessions(context, userId)
  await forgetDevices(context, userId)
  await writeAudit(context, { action: 'second-factor.reset', subjectType: 'person', subjectId: personId })
  await context.publish('identity.access-changed', { personId })
}

/** Says who must have a second factor; those who have none are led to it before anything else. */
export async function setPolicy(context: Context, policy: SecondFactorPolicy): Promise<void> {
  const before = await readPolicy(context)
  await updatePolicy(context, policy)
  await writeAudit(context, {
    action: 'organisation.second-factor-changed',
    subjectType: 'organisation',
    before: { secondFactor: before.policy },
    after: { secondFactor: policy },
  })
  await context.publish('identity.access-changed', { personId: null })
}
