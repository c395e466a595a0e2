import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { writeAudit } from '../../identity/index.ts'
import { readName } from '../names.rules.ts'
import { refuseField } from '../refuse-field.ts'
import { insertProduct } from './products.queries.ts'
import type { ProductRow } from './products.queries.ts'

/** Adds a product. A name or code that another product has, however it is spelled, is refused. */
export async function addProduct(context: Context, input: BodyOf<typeof contract.catalogue.addProduct>): Promise<ProductRow> {
  const named = readName(input.name)
  if (!named) throw refuseField(context, 'name', 'unreadable')
  const product = await insertProduct(context, { named, code: input.code, active: input.active })
  const { name, code, active } = product
  await writeAudit(context, { action: 'product.added', subjectType: 'product', subjectId: product.id, after: { name, code, active } })
  return product
}
