import { permissionKeys, peopleRoutes, type ResponseOf, type Route, sessionRoutes } from '@parvandeh/contract'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { failureFrom } from '../api/failure.ts'

interface Said {
  path: string
  answer: unknown
}

/** What the server says to a read: the answer itself, that it may not be read, or nothing yet. */
export const says = <T extends Route>(route: T, answer: ResponseOf<T> | 'refused' | 'waiting'): Said => ({ path: route.path, answer })

interface ScreenProps {
  /** The address of the screen as its route declares it. */
  path: string
  /** Where it stands, with its parameters and search; `path` where it has none. */
  at?: string
  answers?: readonly Said[]
  children: ReactNode
}

/** A whole screen in a box: it stands at its own address and reads what the story says, in place of a server. */
export function Screen({ path, at = path, answers = [], children }: ScreenProps) {
  const [client] = useState(() => answering([...answers, ...everywhere]))
  const [router] = useState(() => routerAt(path, at, children))
  return (
    <div className="relative flex max-h-160 min-h-40 flex-col overflow-auto rounded-card border border-line bg-canvas max-md:*:shrink-0">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </div>
  )
}

export const colleague = '01900000-0000-7000-8000-0000000000a1'

/** Somebody who may do everything, and their colleagues. */
const everywhere = [
  says(sessionRoutes.show, {
    setUp: true,
    demo: false,
    organisation: { name: 'شرکت آب‌سازان نیلوفر', zone: 'Asia/Tehran', currency: 'rial' },
    person: { id: colleague, name: 'نازنین میرمهرآبادی‌فراهانی', username: 'nazanin', unitId: null, roles: [] },
    permissions: Object.fromEntries(permissionKeys.map((key) => [key, 'all' as const])),
    fieldClasses: ['public', 'internal', 'sensitive', 'financial'],
    due: null,
    tryAccounts: [],
  }),
  says(peopleRoutes.directory, {
    people: [{ id: colleague, name: 'نازنین میرمهرآبادی‌فراهانی', unitId: null, active: true }],
    units: [],
    branches: [],
  }),
]

function answering(said: readonly Said[]): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
  const asUsual = client.defaultQueryOptions.bind(client)
  client.defaultQueryOptions = ((options) => ({
    ...asUsual(options),
    queryFn: () => answerTo(said, options.queryKey?.[0]),
  })) as typeof asUsual
  return client
}

function answerTo(said: readonly Said[], path: unknown): Promise<unknown> {
  const { answer } = said.find((one) => one.path === path) ?? { answer: 'refused' }
  if (answer === 'waiting') return new Promise(() => {})
  return answer === 'refused' ? Promise.reject(failureFrom(403, undefined)) : Promise.resolve(answer)
}

function routerAt(path: string, at: string, screen: ReactNode) {
  const root = createRootRoute()
  const app = createRoute({ getParentRoute: () => root, id: 'app' })
  const page = createRoute({ getParentRoute: () => app, path, component: () => screen })
  const history = createMemoryHistory({ initialEntries: [at] })
  return createRouter({ routeTree: root.addChildren([app.addChildren([page])]), history, defaultNotFoundComponent: () => null })
}
