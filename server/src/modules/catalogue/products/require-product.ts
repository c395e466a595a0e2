import type { Context } from '../../../platform/context.ts'
import { refuseField } from '../refuse-field.ts'
import { readProduct } from './products.queries.ts'
import type { ProductRow } from './products.queries.ts'

/** The product of this id, in use or not; refuses the input field that names it when there is none. */
export async function requireProduct(context: Context, id: string, field = 'productId'): Promise<ProductRow> {
  const product = await readProduct(context, id)
  if (!product) throw refuseField(context, field, 'unknown')
  return product
}
