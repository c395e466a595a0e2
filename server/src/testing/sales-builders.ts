import { contract } from '@parvandeh/contract'
import type { CallOf, ResponseOf } from '@parvandeh/contract'
import { newId } from '../platform/ids.ts'
import type { TestApp, TestPerson } from './open-test-app.ts'

type Said = NonNullable<CallOf<typeof contract.ledger.add>['body']>
type SaidOf<K extends Said['kind']> = Extract<Said, { kind: K }>

/** An invoice of some day in the past, without lines. */
export const invoiceOf = (amount: number, said: Partial<SaidOf<'invoice'>> = {}): SaidOf<'invoice'> => ({
  kind: 'invoice',
  day: '2026-01-05',
  amount,
  ...said,
})

/** A cheque that falls due a month later, with a Sayad id of its own. */
export const chequeOf = (amount: number, said: Partial<SaidOf<'cheque'>> = {}): SaidOf<'cheque'> => ({
  kind: 'cheque',
  day: '2026-01-05',
  dueDay: '2026-02-05',
  amount,
  serial: '۱۲۳۴/۵۶',
  sayadId: String(BigInt(`0x${newId().replaceAll('-', '').slice(-14)}`))
    .padStart(16, '7')
    .slice(-16),
  bank: 'ملت',
  ...said,
})

/** Enters something in a ledger by the front door, and gives it with the account. */
export async function newEntry(
  site: TestApp,
  as: TestPerson,
  customerId: string,
  body: Said,
): Promise<ResponseOf<typeof contract.ledger.add>> {
  const reply = await site.call(contract.ledger.add, { as, params: { customerId }, body })
  if (reply.status !== 200) throw new Error(`the entry was refused: ${reply.text}`)
  return reply.body
}
