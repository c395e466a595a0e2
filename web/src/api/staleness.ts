import type { EventName, LiveMessage } from '@parvandeh/contract'
import type { ApiQueryKey } from './query.ts'

/** Which reads each event makes stale, as beginnings of declared paths; `customer` limits to the file that changed. */
const staleBy: Partial<Record<EventName, { customer: string[]; any: string[] }>> = {
  'customers.customer-created': { customer: [], any: ['/api/customers', '/api/customers/count', '/api/customers/search'] },
  'customers.customer-changed': {
    customer: [
      '/api/customers/:customerId',
      '/api/customers/:customerId/provenance',
      '/api/customers/:customerId/provenance/:field',
      '/api/customers/:customerId/trust',
      '/api/contradictions',
    ],
    any: ['/api/customers', '/api/customers/search', '/api/customers/by-caller'],
  },
  'customers.field-changed': { customer: [], any: ['/api/custom-fields', '/api/customer-fields'] },
  'customers.facts-changed': {
    customer: ['/api/customers/:customerId/behaviour', '/api/customers/:customerId/business', '/api/customers/:customerId/classes'],
    any: [],
  },
  'customers.timeline-grown': {
    // Also of what came by the id of a merged file: this is told under the id of the file that it is read in.
    customer: [
      '/api/customers/:customerId/timeline',
      '/api/customers/:customerId/relations',
      '/api/customers/:customerId/classes',
      '/api/customers/:customerId/documents',
      '/api/customers/:customerId/account',
      '/api/customers/:customerId/ledger',
    ],
    any: [],
  },
  'customers.files-merged': {
    customer: ['/api/customers/:customerId', '/api/customers/:customerId/timeline', '/api/customers/:customerId/merges'],
    any: ['/api/customers', '/api/customers/count', '/api/customers/search', '/api/duplicates'],
  },
  'customers.duplicate-scan-changed': { customer: [], any: ['/api/duplicates', '/api/duplicates/scan'] },
  'interactions.logged': {
    customer: ['/api/customers/:customerId/interactions', '/api/customers/:customerId/timeline', '/api/requests/:number'],
    any: ['/api/interactions'],
  },
  'sales.account-changed': {
    customer: ['/api/customers/:customerId/account', '/api/customers/:customerId/ledger', '/api/customers/:customerId/ledger/:entryId'],
    any: ['/api/cheques'],
  },
  'documents.added': { customer: ['/api/customers/:customerId/documents', '/api/customers/:customerId/timeline'], any: [] },
  'service.request-changed': {
    customer: ['/api/customers/:customerId/requests', '/api/customers/:customerId/timeline'],
    any: ['/api/requests', '/api/requests/count', '/api/requests/:number'],
  },
  'identity.bell-changed': { customer: [], any: ['/api/notifications', '/api/notifications/bell', '/api/notifications/settings'] },
  'identity.bulk-changed': { customer: [], any: ['/api/bulk'] },
  'integrations.export-changed': { customer: [], any: ['/api/exports', '/api/exports/:exportId'] },
  'integrations.import-changed': { customer: [], any: ['/api/imports', '/api/imports/:importId'] },
}

/** Which customer a read was about, if it was about one. */
export function customerAsked(asked: unknown): unknown {
  const { params, query } = (asked ?? {}) as { params?: Record<string, unknown>; query?: Record<string, unknown> }
  return params?.customerId ?? query?.customerId
}

/** Whether a read has gone stale by a live message. Ids only travel; the client asks again under its own rights. */
export function isStaleBy(message: LiveMessage, key: ApiQueryKey): boolean {
  const rule = staleBy[message.event as EventName]
  if (!rule) return false
  const [path, asked] = key
  if (rule.any.includes(path)) return true
  if (!rule.customer.includes(path)) return false
  const customer = customerAsked(asked)
  return customer === undefined || message.customerId === null || customer === message.customerId
}
