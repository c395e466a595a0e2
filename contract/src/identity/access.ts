import { z } from 'zod'
import { id } from '../fields.ts'
import { accessClasses, permissionKeys, scopes } from '../permissions.ts'
import { route } from '../route.ts'

/** What there is to see, by whose permission. */
export const sightKinds = ['customers', 'requests', 'interactions', 'documents'] as const

const given = z.object({ role: z.string(), scope: z.enum(scopes) })

/** Whether a permission reaches one record, and by which roles it does or does not. */
const verdict = z.object({
  permission: z.enum(permissionKeys),
  allowed: z.boolean(),
  /** How the record is reached; or why not: no role gives the permission, or none reaches so far. */
  reason: z.enum(['all', 'own', 'team', 'unit', 'no-permission', 'out-of-scope']),
  /** The roles that decided: those that reach the record, or, where none does, all that give the permission. */
  roles: z.array(given),
})
export type Verdict = z.infer<typeof verdict>

const tried = z.object({ unitId: id.nullable(), ownerId: id.nullable(), read: verdict, write: verdict })

/** What a person can see and do, and which of their roles it comes from. */
export const accessRoutes = {
  access: route({
    method: 'GET',
    path: '/api/people/:personId/access',
    permission: 'identity.manage',
    summary: { fa: 'یک همکار چه می‌بیند و چه می‌تواند بکند، و چرا', en: 'What a person can see and do, and why' },
    params: z.object({ personId: id }),
    response: z.object({
      name: z.string(),
      active: z.boolean(),
      unitId: id.nullable(),
      /** The units that a scope of units reaches: the person's own and all below it. */
      unitIds: z.array(id),
      roles: z.array(z.string()),
      grants: z.array(z.object({ permission: z.enum(permissionKeys), scope: z.enum(scopes), roles: z.array(given) })),
      fieldClasses: z.array(z.object({ accessClass: z.enum(accessClasses), roles: z.array(z.string()) })),
      /** How many are seen of how many; exact to ten thousand. */
      sights: z.array(z.object({ kind: z.enum(sightKinds), seen: z.number().int(), all: z.number().int(), most: z.number().int() })),
    }),
  }),
  tryCustomer: route({
    method: 'GET',
    path: '/api/people/:personId/access/customers/:fileId',
    permission: 'identity.manage',
    summary: { fa: 'آیا این همکار این مشتری را می‌بیند، و چرا', en: 'Whether a person sees a customer, and why' },
    params: z.object({ personId: id, fileId: id }),
    response: tried,
  }),
  tryRequest: route({
    method: 'GET',
    path: '/api/people/:personId/access/requests/:number',
    permission: 'identity.manage',
    summary: { fa: 'آیا این همکار این درخواست را می‌بیند، و چرا', en: 'Whether a person sees a request, and why' },
    params: z.object({ personId: id, number: z.string().min(1).max(40) }),
    response: tried,
  }),
}
