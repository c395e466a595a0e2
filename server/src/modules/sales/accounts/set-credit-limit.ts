import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { announceAccount } from '../ledger/account-line.ts'
import { requireWritableAccounts } from '../sales.access.ts'
import { holdAccounts, readAccounts, setLimit } from './account.queries.ts'
import { presentAccount } from './present-account.ts'

/** Says how much a customer may owe; null: that nothing was agreed. Beyond it there is a warning, not a wall. */
export async function setCreditLimit(context: Context, askedId: string, { creditLimit, version }: BodyOf<typeof contract.ledger.setLimit>) {
  const file = await requireWritableAccounts(context, askedId)
  const { customerId } = file
  await holdAccounts(context, [file])
  const [before] = await readAccounts(context, [customerId])
  if ((before?.version ?? 0) !== version) throw new AppError('changed-meanwhile')
  await setLimit(context, customerId, creditLimit)
  await writeAudit(context, {
    action: 'ledger.limit-set',
    subjectType: 'account',
    subjectId: customerId,
    customerId,
    before: { creditLimit: before?.credit_limit ?? null },
    after: { creditLimit },
  })
  await announceAccount(context, file, { entryId: null, change: 'limit', timeline: [] })
  return presentAccount(context, file)
}
