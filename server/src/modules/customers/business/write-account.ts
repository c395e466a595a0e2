import type { BodyOf, contract } from '@parvandeh/contract'
import { foldForStorage, lastFour } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { refusedBy } from '../../../platform/database/failure-names.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { sentenceOfDoubt } from '../files/doubt-words.ts'
import { fileIds } from '../files/file-set.queries.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { sourceOf } from '../files/keep-files.ts'
import { requireVisibleCustomer } from '../files/require-visible-customer.ts'
import { tellFacts } from '../files/tell-facts.ts'
import { lockForChange } from '../files/write-changed-file.ts'
import { besideField } from '../provenance/beside.rules.ts'
import { recordChanges } from '../provenance/record-changes.ts'
import { tidyAccount } from './account-check.rules.ts'
import { deleteAccount, insertAccount, readAccount, updateAccount } from './business.queries.ts'
import type { AccountRow, Written } from './business.queries.ts'
import { accountClass, doubtOf, presentBusiness } from './show-business.ts'

type Added = BodyOf<typeof contract.business.addAccount>

/** Adds a bank account. A number that looks wrong is kept when a reason is given. */
export async function addAccount(context: Context, customerId: string, { kind, value: typed, source, ...facts }: Added) {
  const file = await holdForAccounts(context, customerId)
  const { value } = requireAccount(context, kind, typed, facts.reason)
  const account = { kind, value, ...tidy(facts) }
  const id = await once(insertAccount(context, customerId, account))
  await keepAccountSource(context, { customerId, id }, { after: account }, source)
  await tell(context, file, id, 'added', { after: account })
  return presentBusiness(context, file)
}

/** Changes a bank account; its number only when a new one is given. */
export async function changeAccount(
  context: Context,
  customerId: string,
  accountId: string,
  { value: typed, version, source, ...facts }: BodyOf<typeof contract.business.changeAccount>,
) {
  const file = await holdForAccounts(context, customerId)
  const before = await requireKept(context, customerId, accountId)
  if (before.version !== version) throw new AppError('changed-meanwhile')
  const reason = facts.reason ?? (typed === null ? before.reason : null)
  const { value } = requireAccount(context, before.kind, typed ?? before.value, reason)
  const after = { kind: before.kind, value, ...tidy({ ...facts, reason }) }
  await once(updateAccount(context, before, after))
  await keepAccountSource(context, before, { before, after }, source)
  await tell(context, file, accountId, 'changed', { before, after })
  return presentBusiness(context, file)
}

/** Takes a bank account away. */
export async function removeAccount(context: Context, customerId: string, accountId: string) {
  const file = await holdForAccounts(context, customerId)
  const before = await requireKept(context, customerId, accountId)
  await deleteAccount(context, before)
  await keepAccountSource(context, before, { before })
  await tell(context, file, accountId, 'removed', { before })
  return presentBusiness(context, file)
}

/** The whole number of an account. That somebody looked is put on record. */
export async function revealAccount(context: Context, customerId: string, accountId: string): Promise<{ value: string }> {
  const file = await requireVisibleCustomer(context, customerId)
  if (!context.actor.fieldClasses.has(accountClass)) throw new AppError('not-found')
  const account = await requireKept(context, customerId, accountId)
  await writeAudit(context, {
    action: 'bank-account.revealed',
    subjectType: 'bank-account',
    subjectId: accountId,
    customerId: file.customerId,
    after: { account: lastFour(account.value), accessClass: accountClass },
  })
  return { value: account.value }
}

const tidy = ({ holder, note, primary, reason }: Omit<Added, 'kind' | 'value' | 'source'>) => ({
  holder: holder === null ? null : foldForStorage(holder) || null,
  note: note === null ? null : foldForStorage(note) || null,
  primary,
  reason: reason === null ? null : foldForStorage(reason) || null,
})

async function holdForAccounts(context: Context, customerId: string): Promise<CustomerFile> {
  const file = await lockForChange(context, customerId)
  if (!context.actor.fieldClasses.has(accountClass)) throw new AppError('not-permitted')
  return file
}

async function requireKept(context: Context, customerId: string, accountId: string): Promise<AccountRow> {
  const account = await readAccount(context, await fileIds(context, customerId), accountId)
  if (!account) throw new AppError('not-found')
  return account
}

/** The number as it is kept; a doubtful one needs a reason. */
function requireAccount(context: Context, kind: AccountRow['kind'], typed: string, reason: string | null): { value: string } {
  const { value, problem } = tidyAccount(kind, typed)
  if (problem && reason === null) {
    const message = sentenceOfDoubt(doubtOf(kind, problem), context.locale)
    throw new AppError('invalid-input', { problems: [{ field: 'value', code: problem, message }] })
  }
  return { value }
}

async function once<T>(write: Promise<T>): Promise<T> {
  try {
    return await write
  } catch (error) {
    throw refusedBy(error) === 'bank_account_once_a_file' ? new AppError('already-exists') : error
  }
}

/** Where the account comes from. As in the trail, of its number only the last digits are kept. */
export async function keepAccountSource(
  context: Context,
  { customerId, id }: Pick<AccountRow, 'customerId' | 'id'>,
  { before, after }: { before?: Written; after?: Written },
  source?: Added['source'],
): Promise<void> {
  const valueOf = (account: Written | undefined) =>
    account
      ? {
          account: account.kind,
          last: account.value.slice(-4),
          holder: account.holder,
          note: account.note,
          primary: account.primary,
        }
      : null
  await recordChanges(context, [
    {
      customerId,
      field: besideField('accounts', id),
      accessClass: accountClass,
      before: valueOf(before),
      after: valueOf(after),
      source: sourceOf(context.actor, source),
    },
  ])
}

/** Neither the trail nor the timeline holds a whole number. */
async function tell(
  context: Context,
  file: CustomerFile,
  accountId: string,
  change: 'added' | 'changed' | 'removed',
  { before, after }: { before?: Written; after?: Written },
): Promise<void> {
  const { customerId } = file
  const shown = (account: typeof after) =>
    account && {
      accessClass: accountClass,
      kind: account.kind,
      account: lastFour(account.value),
      holder: account.holder,
      note: account.note,
      primary: account.primary,
      reason: account.reason,
    }
  await writeAudit(context, {
    action: `bank-account.${change}`,
    subjectType: 'bank-account',
    subjectId: accountId,
    customerId,
    before: shown(before),
    after: shown(after),
  })
  const last = (after ?? before)?.value ?? ''
  await tellFacts(context, file, {
    kind: 'customer.bank-account-changed',
    accessClass: accountClass,
    facts: { change, account: lastFour(last) },
  })
}
