import { contract } from '@parvandeh/contract'
import { serve } from '../../platform/http/handlers.ts'
import type { ServedRoute } from '../../platform/http/handlers.ts'
import type { SubjectHolder } from '../../platform/subjects/holder.types.ts'
import { applyToCustomers } from './bulk/apply-to-customers.ts'
import { previewCustomers } from './bulk/preview-customers.ts'
import { evidenceRoutes } from './evidence.routes.ts'
import { completenessRoutes } from './completeness/completeness.routes.ts'
import { fieldRoutes } from './fields/fields.routes.ts'
import { copyCustomer } from './copy/copy-customer.ts'
import type { CopyTools } from './copy/copy-customer.ts'
import { askErasure } from './erasure/ask-erasure.ts'
import { callOffErasure } from './erasure/call-off-erasure.ts'
import { listErasures, showErasure } from './erasure/show-erasures.ts'
import { duplicateRoutes } from './duplicates/duplicates.routes.ts'
import { changeCustomer } from './files/change-customer.ts'
import { checkCustomer } from './files/check-customer.ts'
import { createCustomer } from './files/create-customer.ts'
import { patchCustomer } from './files/patch-customer.ts'
import { showCustomer } from './files/show-customer.ts'
import { exportCustomers } from './list/export-customers.ts'
import { countCustomers, listCustomers } from './list/list-customers.ts'
import { peopleRoutes } from './people.routes.ts'
import { showPlaces } from './places/places.queries.ts'
import { listRemoved } from './removal/list-removed.ts'
import { removeCustomer } from './removal/remove-customer.ts'
import { restoreCustomer } from './removal/restore-customer.ts'
import { weighRemoval } from './removal/weigh-removal.ts'
import { findByCaller } from './search/find-by-caller.ts'
import { nearCustomers } from './search/near-customers.ts'
import { searchCustomers } from './search/search-customers.ts'
import { segmentRoutes } from './segments/segments.routes.ts'
import { showTimeline } from './timeline/show-timeline.ts'

/** The endpoints of customers' files. */
export function customerRoutes(): ServedRoute[] {
  return [
    ...fileRoutes(),
    ...duplicateRoutes(),
    ...evidenceRoutes(),
    ...fieldRoutes(),
    ...segmentRoutes(),
    ...peopleRoutes(),
    ...completenessRoutes(),
  ]
}

/** The endpoints that ask every module: changes of many files, and those by which files go: removed, erased for good, or copied. */
export function leavingRoutes(tools: CopyTools): ServedRoute[] {
  return [
    ...bulkRoutes(tools.holders),
    ...removalRoutes(tools.holders),
    ...erasureRoutes(tools.holders),
    ...serve(contract.copies, { download: (context, { params }) => copyCustomer(context, tools, params.customerId) }),
  ]
}

const removalRoutes = (holders: readonly SubjectHolder[]): ServedRoute[] =>
  serve(contract.removals, {
    weigh: (context, { params }) => weighRemoval(context, holders, params.customerId),
    remove: (context, { params, body }) => removeCustomer(context, holders, params.customerId, body),
    restore: (context, { params }) => restoreCustomer(context, params.customerId),
    list: (context, { query }) => listRemoved(context, query),
  })

const erasureRoutes = (holders: readonly SubjectHolder[]): ServedRoute[] =>
  serve(contract.erasures, {
    ask: (context, { params, body }) => askErasure(context, holders, params.customerId, body),
    callOff: (context, { params }) => callOffErasure(context, params.erasureId),
    show: (context, { params }) => showErasure(context, params.erasureId),
    list: (context, { query }) => listErasures(context, query),
  })

const bulkRoutes = (holders: readonly SubjectHolder[]): ServedRoute[] =>
  serve(contract.customerBulk, {
    preview: (context, { body }) => previewCustomers(context, body, { holders }),
    apply: (context, { body }) => applyToCustomers(context, body),
  })

function fileRoutes(): ServedRoute[] {
  return serve(contract.customers, {
    list: (context, { query }) => listCustomers(context, query),
    count: (context, { query }) => countCustomers(context, query),
    export: (context, { query }) => exportCustomers(context, query),
    search: (context, { query }) => searchCustomers(context, query),
    near: (context, { query }) => nearCustomers(context, query),
    byCaller: (context, { query }) => findByCaller(context, query.number),
    create: (context, { body }) => createCustomer(context, body),
    check: (context, { body }) => checkCustomer(context, body),
    show: (context, { params }) => showCustomer(context, params.customerId),
    change: (context, { params, body }) => changeCustomer(context, params.customerId, body),
    patch: (context, { params, body }) => patchCustomer(context, params.customerId, body),
    timeline: (context, { params, query }) => showTimeline(context, params.customerId, query),
    places: (context) => showPlaces(context),
  })
}
