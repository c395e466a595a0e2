import type { customerRow } from '@parvandeh/contract'
import type { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { accessPointClass } from '../files/search-rows.rules.ts'
import { reckonedClass } from '../fields/built-in-fields.queries.ts'
import { classOfField } from '../files/tidy.rules.ts'
import type { ListedCustomer } from './list.queries.ts'

/** A row of the list, without what the actor may not read. */
export function presentRow({ actor }: Context, row: ListedCustomer): z.input<typeof customerRow> {
  const { sortValue: _, ...shown } = row
  return {
    ...shown,
    mainPhone: actor.fieldClasses.has(accessPointClass) ? row.mainPhone : null,
    cityId: actor.fieldClasses.has(classOfField('cityId')) ? row.cityId : null,
    completeness: actor.fieldClasses.has(reckonedClass) ? row.completeness : null,
    trust: actor.fieldClasses.has(reckonedClass) ? row.trust : null,
    createdAt: row.createdAt.toISOString(),
    lastContactAt: row.lastContactAt?.toISOString() ?? null,
  }
}
