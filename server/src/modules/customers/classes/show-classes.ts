import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { mayReach, readableClasses } from '../../identity/index.ts'
import { fileIds } from '../files/file-set.queries.ts'
import { requireVisibleCustomer } from '../files/require-visible-customer.ts'
import { readClasses, readHistory } from './file-classes.queries.ts'
import { readSchemes } from './schemes.queries.ts'

type Classes = AnswerOf<typeof contract.classification.ofFile>

/** The schemes whose classes the reader may read. Conditions are for those who make them. */
export async function listSchemes(context: Context): Promise<AnswerOf<typeof contract.classification.list>> {
  const schemes = await readSchemes(context, readableClasses(context.actor))
  const manages = context.actor.grants['customers.manage'] !== undefined
  const shown = schemes.map((scheme) => ({
    ...scheme,
    classes: scheme.classes.map((one) => ({ ...one, condition: manages ? one.condition : null })),
  }))
  return { schemes: shown }
}

/** The classes of a file and how they came to be, as far as the reader may read them. */
export async function showClasses(context: Context, customerId: string): Promise<Classes> {
  return presentClasses(context, await requireVisibleCustomer(context, customerId))
}

/** The same for a file in hand, after a change of it. */
export async function presentClasses(
  context: Context,
  file: { customerId: string; unitId: string | null; ownerId: string | null; fileIds?: readonly string[] },
): Promise<Classes> {
  const classes = await readClasses(context, [file.customerId])
  const history = await readHistory(context, file.fileIds ?? (await fileIds(context, file.customerId)))
  return {
    classes: classes.map(({ customerId: _, since, ...membership }) => ({ ...membership, since: since.toISOString() })),
    history: history.map(({ at, ...change }) => ({ ...change, at: at.toISOString() })),
    can: { edit: mayReach(context.actor, 'customers.write', file) },
  }
}
