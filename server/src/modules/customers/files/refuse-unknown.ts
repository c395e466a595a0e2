import type { Context } from '../../../platform/context.ts'
import { refusedBy } from '../../../platform/database/failure-names.ts'
import { AppError } from '../../../platform/failure.ts'

const fieldsOf: Record<string, string> = {
  customer_unit_known: 'unitId',
  customer_owner_known: 'ownerId',
  customer_province_known: 'provinceId',
  customer_county_known: 'countyId',
  customer_city_known: 'cityId',
  access_point_city_known: 'accessPoints',
}
const sentence = { fa: 'چنین موردی تعریف نشده است.', en: 'There is no such entry.' }

/** Writes, and says which field names a unit, person or place that does not exist. */
export async function refuseUnknown(context: Context, write: Promise<void>): Promise<void> {
  try {
    await write
  } catch (error) {
    const field = fieldsOf[refusedBy(error) ?? '']
    if (field === undefined) throw error
    throw refuseUnknownField(context, field)
  }
}

/** Says that a field names what does not exist. */
export const refuseUnknownField = (context: Context, field: string): AppError =>
  new AppError('invalid-input', { problems: [{ field, code: 'unknown', message: sentence[context.locale] }] })
