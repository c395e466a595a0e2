import { z } from 'zod'
import { exportQuery } from '../export.ts'
import { id, instant, line, page, pageOf, requiredLine } from '../fields.ts'
import { accessClasses, permissionKeys, scopes } from '../permissions.ts'
import { route } from '../route.ts'
import { accessRoutes } from './access.ts'
import { username } from './session.ts'
import { personSessionsRoutes } from './sessions.ts'

/** Which version of the record an edit began from: an older one is refused. */
const version = z.number().int().min(1)

const person = z.object({
  id,
  name: z.string(),
  username: z.string().nullable(),
  email: z.string().nullable(),
  unitId: id.nullable(),
  roleIds: z.array(id),
  active: z.boolean(),
  canSignIn: z.boolean(),
  secondFactor: z.boolean(),
  createdAt: instant,
  version,
})

const personInput = z.object({
  name: requiredLine(),
  username: username.nullable(),
  email: z.email().max(200).nullable(),
  unitId: id.nullable(),
  roleIds: z.array(id).max(20),
})

const personFilters = z.object({ q: line(100).optional(), unitId: id.optional() })

export const peopleRoutes = {
  list: route({
    method: 'GET',
    path: '/api/people',
    permission: 'identity.manage',
    summary: { fa: 'کارکنان', en: 'People' },
    query: page.extend(personFilters.shape),
    response: pageOf(person),
  }),
  export: route({
    method: 'GET',
    path: '/api/people/export',
    permission: 'identity.manage',
    summary: { fa: 'خروجی از کارکنان', en: 'Export people' },
    query: personFilters.extend(exportQuery.shape),
    transport: 'download',
  }),
  show: route({
    method: 'GET',
    path: '/api/people/:personId',
    permission: 'identity.manage',
    summary: { fa: 'یک همکار', en: 'One person' },
    params: z.object({ personId: id }),
    response: person,
  }),
  add: route({
    method: 'POST',
    path: '/api/people',
    permission: 'identity.manage',
    summary: { fa: 'افزودن همکار', en: 'Add a person' },
    body: personInput.extend({ password: z.string().max(200).nullable() }),
    response: person,
  }),
  change: route({
    method: 'PUT',
    path: '/api/people/:personId',
    permission: 'identity.manage',
    summary: { fa: 'ویرایش همکار', en: 'Change a person' },
    params: z.object({ personId: id }),
    body: personInput.extend({ active: z.boolean(), version }),
    response: person,
  }),
  setPassword: route({
    method: 'PUT',
    path: '/api/people/:personId/password',
    permission: 'identity.manage',
    summary: { fa: 'گذرواژهٔ تازه برای همکار', en: 'Set a new password for a person' },
    params: z.object({ personId: id }),
    body: z.object({ password: z.string().max(200) }),
  }),
  ...personSessionsRoutes,
  ...accessRoutes,
  directory: route({
    method: 'GET',
    path: '/api/directory',
    permission: 'identity.directory',
    summary: { fa: 'نام همکاران، واحدها و شعبه‌ها', en: 'Names of colleagues, units and branches' },
    response: z.object({
      people: z.array(z.object({ id, name: z.string(), unitId: id.nullable(), active: z.boolean() })),
      units: z.array(z.object({ id, name: z.string(), parentId: id.nullable(), branchId: id.nullable() })),
      branches: z.array(z.object({ id, name: z.string() })),
    }),
  }),
}

const unit = z.object({ id, name: z.string(), parentId: id.nullable(), branchId: id.nullable(), version })
const unitInput = z.object({ name: requiredLine(), parentId: id.nullable(), branchId: id.nullable() })
const branch = z.object({ id, name: z.string() })

export const unitRoutes = {
  list: route({
    method: 'GET',
    path: '/api/units',
    permission: 'identity.manage',
    summary: { fa: 'واحدها و شعبه‌ها', en: 'Units and branches' },
    response: z.object({ units: z.array(unit.extend({ people: z.number() })), branches: z.array(branch) }),
  }),
  add: route({
    method: 'POST',
    path: '/api/units',
    permission: 'identity.manage',
    summary: { fa: 'افزودن واحد', en: 'Add a unit' },
    body: unitInput,
    response: unit,
  }),
  change: route({
    method: 'PUT',
    path: '/api/units/:unitId',
    permission: 'identity.manage',
    summary: { fa: 'ویرایش واحد', en: 'Change a unit' },
    params: z.object({ unitId: id }),
    body: unitInput.extend({ version }),
    response: unit,
  }),
  remove: route({
    method: 'DELETE',
    path: '/api/units/:unitId',
    permission: 'identity.manage',
    summary: { fa: 'حذف واحد', en: 'Remove a unit' },
    params: z.object({ unitId: id }),
  }),
  addBranch: route({
    method: 'POST',
    path: '/api/branches',
    permission: 'identity.manage',
    summary: { fa: 'افزودن شعبه', en: 'Add a branch' },
    body: z.object({ name: requiredLine() }),
    response: branch,
  }),
  renameBranch: route({
    method: 'PUT',
    path: '/api/branches/:branchId',
    permission: 'identity.manage',
    summary: { fa: 'تغییر نام شعبه', en: 'Rename a branch' },
    params: z.object({ branchId: id }),
    body: z.object({ name: requiredLine() }),
    response: branch,
  }),
}

const roleInput = z.object({
  name: requiredLine(),
  grants: z.partialRecord(z.enum(permissionKeys), z.enum(scopes)),
  fieldClasses: z.array(z.enum(accessClasses)).max(accessClasses.length),
})
const role = roleInput.extend({ id, people: z.number(), builtIn: z.boolean(), version })

export const roleRoutes = {
  list: route({
    method: 'GET',
    path: '/api/roles',
    permission: 'identity.manage',
    summary: { fa: 'نقش‌ها', en: 'Roles' },
    response: z.object({ roles: z.array(role) }),
  }),
  add: route({
    method: 'POST',
    path: '/api/roles',
    permission: 'identity.manage',
    summary: { fa: 'افزودن نقش', en: 'Add a role' },
    body: roleInput,
    response: role,
  }),
  change: route({
    method: 'PUT',
    path: '/api/roles/:roleId',
    permission: 'identity.manage',
    summary: { fa: 'ویرایش نقش', en: 'Change a role' },
    params: z.object({ roleId: id }),
    body: roleInput.extend({ version }),
    response: role,
  }),
  remove: route({
    method: 'DELETE',
    path: '/api/roles/:roleId',
    permission: 'identity.manage',
    summary: { fa: 'حذف نقش', en: 'Remove a role' },
    params: z.object({ roleId: id }),
  }),
}

const token = z.object({
  id,
  name: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  expiresAt: instant.nullable(),
})

/** Personal access tokens: for scripts, with the rights of the person who made them. */
export const tokenRoutes = {
  list: route({
    method: 'GET',
    path: '/api/tokens',
    permission: 'signed-in',
    summary: { fa: 'کلیدهای دسترسی من', en: 'My access tokens' },
    response: z.object({ tokens: z.array(token) }),
  }),
  add: route({
    method: 'POST',
    path: '/api/tokens',
    permission: 'signed-in',
    summary: { fa: 'ساختن کلید دسترسی', en: 'Create an access token' },
    body: z.object({ name: requiredLine(100), days: z.number().int().min(1).max(3650).nullable() }),
    /** The token itself is shown this once and never again. */
    response: token.extend({ token: z.string() }),
  }),
  revoke: route({
    method: 'DELETE',
    path: '/api/tokens/:tokenId',
    permission: 'signed-in',
    summary: { fa: 'باطل‌کردن کلید دسترسی', en: 'Revoke an access token' },
    params: z.object({ tokenId: id }),
  }),
}
