import type { EntryInput } from '@parvandeh/contract'
import { addDays, foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { requireProduct } from '../../catalogue/index.ts'
import type { ReadFile } from '../accounts/present-account.ts'
import { readInstalment } from '../instalments/instalment.queries.ts'
import { refuseField } from '../refuse-field.ts'
import { todayOf } from '../today.ts'
import { effectOf, lineTotal, tidySayad } from './entry.rules.ts'
import type { ChequeRow, EntryRow, LineRow } from './entry.queries.ts'

/** An entry with its parts, ready to be written but for its number. */
export interface DraftEntry {
  entry: EntryRow
  lines: LineRow[]
  cheque: Omit<ChequeRow, 'unit_id' | 'owner_id'> | null
}

type Goods = Extract<EntryInput, { kind: 'invoice' | 'return' | 'pre-invoice' }>
type Cheque = Extract<EntryInput, { kind: 'cheque' }>

/** The first day of 1300. */
const earliest = '1921-03-21'
const longestTerm = 30 * 366

/** What a person says of an entry, checked and made whole. */
export async function draftEntry(context: Context, { customerId, fileIds }: ReadFile, input: EntryInput): Promise<DraftEntry> {
  await requireDays(context, input)
  const id = newId(context.now)
  const lines = 'lines' in input ? await draftLines(context, customerId, id, input) : []
  const amount = 'lines' in input ? amountOfGoods(context, input, lines) : input.amount
  if ('instalmentId' in input) await requireInstalment(context, fileIds, input.instalmentId)
  const entry: EntryRow = {
    customer_id: customerId,
    id,
    kind: input.kind,
    number: foldForStorage(input.number ?? '').trim(),
    day: input.day,
    due_day: 'dueDay' in input ? input.dueDay : null,
    description: foldForStorage(input.description),
    amount,
    effect: effectOf({ kind: input.kind, amount, side: 'side' in input ? input.side : undefined }),
    method: 'method' in input ? input.method : null,
    reference: 'reference' in input ? foldForStorage(input.reference) : '',
    instalment_id: 'instalmentId' in input ? input.instalmentId : null,
    source: context.actor.kind === 'person' ? 'hand' : 'machine',
    import_id: null,
    recorded_at: context.now,
    recorded_by: context.actor.personId,
    voided_at: null,
    voided_by: null,
    void_reason: null,
    version: 1,
  }
  return { entry, lines, cheque: input.kind === 'cheque' ? draftCheque(context, entry, input) : null }
}

async function requireDays(context: Context, input: EntryInput): Promise<void> {
  const today = await todayOf(context)
  if (input.day < earliest) throw refuseField(context, 'day', 'too-early')
  // A clock abroad may be a day ahead.
  if (input.day > addDays(today, 1) && input.kind !== 'pre-invoice') throw refuseField(context, 'day', 'too-late')
  const dueDay = 'dueDay' in input ? input.dueDay : null
  if (dueDay === null) return
  if (dueDay > addDays(today, longestTerm)) throw refuseField(context, 'dueDay', 'due-too-far')
  if (dueDay < earliest) throw refuseField(context, 'dueDay', 'too-early')
  if (dueDay < input.day && input.kind !== 'cheque') throw refuseField(context, 'dueDay', 'due-before-day')
}

async function draftLines(context: Context, customerId: string, entryId: string, { lines }: Goods): Promise<LineRow[]> {
  const drafted: LineRow[] = []
  for (const [position, line] of lines.entries()) {
    const total = lineTotal(line)
    if (total === null) throw refuseField(context, `lines.${position}.discount`, 'line-below-zero')
    const product = line.productId === null ? null : await requireProduct(context, line.productId, `lines.${position}.productId`)
    const title = foldForStorage(line.title) || (product?.name ?? '')
    if (title === '') throw refuseField(context, `lines.${position}.title`, 'line-unnamed')
    const { quantity, discount, tax } = line
    drafted.push({
      customer_id: customerId,
      id: newId(context.now),
      entry_id: entryId,
      position,
      product_id: line.productId,
      title,
      quantity,
      unit_price: line.unitPrice,
      discount,
      tax,
      total,
    })
  }
  return drafted
}

const mostAmount = 1_000_000_000_000_000

function amountOfGoods(context: Context, { amount }: Goods, lines: readonly LineRow[]): number {
  const sum = lines.reduce((total, line) => total + line.total, 0)
  const said = amount ?? sum
  if (said === 0) throw refuseField(context, 'amount', 'amount-needed')
  if (said > mostAmount) throw refuseField(context, 'amount', 'amount-too-large')
  if (lines.length > 0 && said !== sum) throw refuseField(context, 'amount', 'amount-not-of-lines')
  return said
}

async function requireInstalment(context: Context, fileIds: readonly string[], id: string | null): Promise<void> {
  if (id !== null && !(await readInstalment(context, fileIds, id))) throw refuseField(context, 'instalmentId', 'unknown-instalment')
}

function draftCheque(context: Context, entry: EntryRow, input: Cheque): DraftEntry['cheque'] {
  const sayad = input.sayadId === null || input.sayadId === '' ? null : tidySayad(input.sayadId)
  if (input.sayadId && sayad === null) throw refuseField(context, 'sayadId', 'sayad-wrong')
  return {
    customer_id: entry.customer_id,
    id: entry.id,
    serial: foldForStorage(input.serial),
    sayad_id: sayad,
    bank: foldForStorage(input.bank),
    branch: foldForStorage(input.branch),
    holder: foldForStorage(input.holder),
    amount: entry.amount,
    due_day: input.dueDay,
    state: 'in-hand',
    state_day: entry.day,
    voided: false,
  }
}
