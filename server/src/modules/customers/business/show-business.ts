import type { AccessClass, AnswerOf, contract } from '@parvandeh/contract'
import { lastFour } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { mayReach, writeAudit } from '../../identity/index.ts'
import { sentenceOfDoubt } from '../files/doubt-words.ts'
import { fileIds } from '../files/file-set.queries.ts'
import { requireVisibleCustomer } from '../files/require-visible-customer.ts'
import { bankOf, problemOfAccount } from './account-check.rules.ts'
import { readAccounts, readBusiness } from './business.queries.ts'
import type { AccountRow } from './business.queries.ts'

type Business = AnswerOf<typeof contract.business.show>

/** By whom somebody came is for colleagues; where their money lies is for those who may read what is financial. */
export const businessClass: AccessClass = 'internal'
export const accountClass: AccessClass = 'financial'

/** Business facts of a file, its accounts masked. That accounts were read is put on record. */
export async function showBusiness(context: Context, customerId: string): Promise<Business> {
  const file = await requireVisibleCustomer(context, customerId)
  const shown = await presentBusiness(context, file)
  if (shown.accounts.length > 0)
    await writeAudit(context, {
      action: 'field.read',
      subjectType: 'customer',
      subjectId: file.customerId,
      customerId: file.customerId,
      after: { fields: ['bankAccounts'] },
    })
  return shown
}

/** The same for a file in hand, after a change of it. */
export async function presentBusiness(
  context: Context,
  file: { customerId: string; unitId: string | null; ownerId: string | null; fileIds?: readonly string[] },
): Promise<Business> {
  const { fieldClasses } = context.actor
  const [readsBusiness, readsAccounts] = [fieldClasses.has(businessClass), fieldClasses.has(accountClass)]
  const ids = file.fileIds ?? (await fileIds(context, file.customerId))
  const facts = readsBusiness ? await readBusiness(context, ids) : { marketerId: null, referrer: null, version: 0 }
  const accounts = readsAccounts ? await readAccounts(context, ids) : []
  return {
    ...facts,
    accounts: accounts.map((account) => presentAccount(context, account)),
    withheld: [...(readsBusiness ? [] : (['business'] as const)), ...(readsAccounts ? [] : (['accounts'] as const))],
    can: { edit: mayReach(context.actor, 'customers.write', file) },
  }
}

function presentAccount({ locale }: Context, { value, addedAt, customerId: _, ...account }: AccountRow): Business['accounts'][number] {
  const problem = problemOfAccount(account.kind, value)
  return {
    ...account,
    masked: lastFour(value),
    bank: bankOf(account.kind, value) ?? null,
    problem: problem ? sentenceOfDoubt(doubtOf(account.kind, problem), locale) : null,
    addedAt: addedAt.toISOString(),
  }
}

/** A doubt about an account's number, as doubts of other codes are worded. */
export const doubtOf = (kind: AccountRow['kind'], problem: NonNullable<ReturnType<typeof problemOfAccount>>) => ({
  field: 'value',
  problem,
  suggestion: null,
  detail: kind === 'sheba' ? '24' : '16',
})
