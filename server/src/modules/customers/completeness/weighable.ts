import { customerFields } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { fieldCatalogue } from '../fields/field-catalogue.ts'
import type { FileField } from '../fields/file-field.ts'

const access = ['mobile', 'phone', 'email', 'address', 'social', 'fax', 'website']
/** What every file has, and what is no fact about a customer. */
const never = ['kind', 'photoId']

/** The fields that a file can be asked for: built-in ones, ways to reach, and the organisation's own. */
export async function weighableFields(context: Context): Promise<FileField[]> {
  const fixed = Object.keys(customerFields.shape).filter((key) => !never.includes(key))
  const { fields } = await fieldCatalogue(context)
  return fields.filter(({ key, custom }) => custom || fixed.includes(key) || access.includes(key))
}
