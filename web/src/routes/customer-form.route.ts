import { customerRoutes } from '@parvandeh/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { query } from '../api/query.ts'
import { appRoute } from './app.route.tsx'

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)

/** Opens a file; `q` is what was searched for in vain. */
export const newCustomerRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/customers/new',
  validateSearch: (search: Record<string, unknown>): { q?: string } => {
    const q = textOf(search.q)
    return q ? { q } : {}
  },
  component: lazyRouteComponent(() => import('../modules/customers/form/NewCustomerPage.tsx'), 'NewCustomerPage'),
})

/** Changes a file; `field` is the one that the person came to fill in. */
export const editCustomerRoute = createRoute({
  getParentRoute: () => appRoute,
  path: '/customers/$customerId/edit',
  validateSearch: (search: Record<string, unknown>): { field?: string } => {
    const field = textOf(search.field)
    return field ? { field } : {}
  },
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(query(customerRoutes.show, { params })),
  component: lazyRouteComponent(() => import('../modules/customers/form/EditCustomerPage.tsx'), 'EditCustomerPage'),
})
