import type { BodyOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { writeAudit } from '../../identity/index.ts'
import { changedFields } from '../changed-fields.rules.ts'
import { readName } from '../names.rules.ts'
import { refuseField } from '../refuse-field.ts'
import { lockProduct, updateProduct } from './products.queries.ts'
import type { ProductRow } from './products.queries.ts'

/** Changes a product's name or code, or takes it out of use; records that have it keep it. */
export async function changeProduct(
  context: Context,
  id: string,
  input: BodyOf<typeof contract.catalogue.changeProduct>,
): Promise<ProductRow> {
  const before = await lockProduct(context, id)
  if (!before) throw new AppError('not-found')
  if (before.version !== input.version) throw new AppError('changed-meanwhile')
  const named = readName(input.name)
  if (!named) throw refuseField(context, 'name', 'unreadable')
  const after = await updateProduct(context, id, { named, code: input.code, active: input.active }, before.version + 1)
  const changed = changedFields(before, after, ['name', 'code', 'active'])
  if (changed) await writeAudit(context, { action: 'product.changed', subjectType: 'product', subjectId: id, ...changed })
  return after
}
