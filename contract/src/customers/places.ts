import { z } from 'zod'
import { requiredLine } from '../fields.ts'
import { route } from '../route.ts'

export const placeLevels = ['province', 'county', 'city'] as const
export type PlaceLevel = (typeof placeLevels)[number]

const placeId = z.coerce.number().int().min(1).max(1_000_000)
const params = z.object({ level: z.enum(placeLevels), placeId })
/** `closed`: kept where it is used and offered no more. */
const place = z.object({
  id: z.number().int(),
  level: z.enum(placeLevels),
  name: z.string(),
  parentId: z.number().int().nullable(),
  closed: z.boolean(),
})

/** The country's divisions as the organisation keeps them. */
export const placeRoutes = {
  add: route({
    method: 'POST',
    path: '/api/places',
    permission: 'customers.manage',
    summary: { fa: 'افزودن استان، شهرستان یا شهر', en: 'Add a province, county or city' },
    body: z.object({ level: z.enum(placeLevels), name: requiredLine(80), parentId: placeId.nullable() }),
    response: place,
  }),
  change: route({
    method: 'PUT',
    path: '/api/places/:level/:placeId',
    permission: 'customers.manage',
    summary: { fa: 'تغییر نام مکان یا بستن آن', en: 'Rename a place, or close it' },
    params,
    body: z.object({ name: requiredLine(80), closed: z.boolean() }),
    response: place,
  }),
  merge: route({
    method: 'POST',
    path: '/api/places/:level/:placeId/merge',
    permission: 'customers.manage',
    summary: { fa: 'یکی‌کردن دو مکان', en: 'Merge a place into another' },
    params,
    body: z.object({ intoId: placeId }),
    response: place,
  }),
}
