import { loadLedger } from '../../modules/sales/index.ts'
import type { Context } from '../../platform/context.ts'
import type { DemoVoucher } from '../generate/history.types.ts'
import type { CompanyIds } from './load-company.ts'

/** Enters these vouchers in the ledgers of their customers; their numbers go on from `first`. */
export async function loadLedgers(
  context: Context,
  ids: CompanyIds,
  customerIds: readonly string[],
  { vouchers, first }: { vouchers: readonly DemoVoucher[]; first: number },
): Promise<void> {
  const bookkeeper = ids.person('hosseinali')
  await loadLedger(
    context,
    vouchers.map(({ customer, line, cheque, ...one }, place) => ({
      ...one,
      customerId: customerIds[customer] ?? '',
      number: String(first + place),
      description: '',
      ...(cheque && { cheque }),
      ...(line && {
        lines: [
          {
            product_id: ids.product(line.product),
            title: line.product,
            quantity: line.quantity,
            unit_price: line.unitPrice,
            total: line.quantity * line.unitPrice,
          },
        ],
      }),
    })),
    { source: 'hand', importId: null, personId: bookkeeper },
  )
}
