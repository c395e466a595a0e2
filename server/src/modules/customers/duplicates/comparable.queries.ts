import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { FixedField } from '../files/file.types.ts'
import type { ComparableFacts } from './compared-file.rules.ts'

interface ComparableRow extends Record<Exclude<FixedField, 'kind'>, never> {
  id: string
  kind: 'person' | 'organisation'
  points: ComparableFacts['accessPoints'] | null
}

/**
 * What is compared of these files, by their ids; files that are gone, or do not meet the condition, are left out.
 * One statement for some hundreds.
 */
export async function readComparable(
  context: Context,
  ids: readonly string[],
  visible: RawBuilder<boolean> = sql<boolean>`not c.gone`,
): Promise<Map<string, ComparableFacts>> {
  if (ids.length === 0) return new Map()
  const found = await sql<ComparableRow>`
    select c.customer_id as id, c.kind, c.first_name as "firstName", c.last_name as "lastName", c.father_name as "fatherName",
      c.organisation_name as "organisationName", c.national_code as "nationalCode", c.foreign_code as "foreignCode",
      c.company_national_id as "companyNationalId", c.registration_number as "registrationNumber", c.economic_code as "economicCode",
      c.birth_date::text as "birthDate", c.gender, c.city_id as "cityId",
      (select json_agg(json_build_object('kind', p.kind, 'value', p.value, 'digits', p.digits, 'phoneTail', p.phone_tail, 'postalCode', p.postal_code))
       from customers.access_point p where p.customer_id = c.customer_id) as points
    from customers.customer c where c.customer_id = any(${[...new Set(ids)]}::uuid[]) and ${visible}`.execute(context.tx)
  return new Map(found.rows.map(({ id, points, ...fields }) => [id, { fields, accessPoints: points ?? [] }]))
}
