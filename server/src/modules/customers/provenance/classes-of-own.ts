import type { AccessClass } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { fieldsByKey } from '../fields/field-catalogue.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { ownPathsOf } from './values.rules.ts'

/** How delicate the organisation's own fields are that these files hold; nothing is asked where they hold none. */
export async function classesOfOwn(context: Context, files: readonly CustomerFile[]): Promise<(field: string) => AccessClass | undefined> {
  const paths = ownPathsOf(files)
  const fields = paths.length === 0 ? undefined : await fieldsByKey(context, paths)
  return (field) => fields?.get(field)?.accessClass
}
