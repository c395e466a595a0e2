import type { CallOf, ResponseOf, Route } from '@parvandeh/contract'
import { preferences } from '../i18n/preferences.ts'
import { address } from './address.ts'
import { failureFrom, wayFailure } from './failure.ts'

type Nothing = Record<never, never>
type Given<T extends Route> = Required<CallOf<T>>
type Part<Name extends string, Value> = Nothing extends Value ? { [K in Name]?: Value } : { [K in Name]: Value }

/** What a call of the route must be given: parts whose every field is optional may be left out. */
export type CallInput<T extends Route> = Part<'params', Given<T>['params']> &
  Part<'query', Given<T>['query']> &
  Part<'body', Given<T>['body']>

/** The argument list of a call: none is needed where nothing must be given. */
export type CallArguments<T extends Route> = Nothing extends CallInput<T> ? [input?: CallInput<T>] : [input: CallInput<T>]

/** What a call is given, whatever its route. */
export interface Loose {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
}

/** Headers of every call: the language for sentences, and on writes the one that other sites cannot send. */
export function callHeaders(route: Pick<Route, 'method'>): Record<string, string> {
  const common = { accept: 'application/json', 'accept-language': preferences().language }
  return route.method === 'GET' ? common : { ...common, 'x-parvandeh': '1' }
}

/** The address of a route filled with its parameters, for links and downloads. */
export function addressOf<T extends Route>(route: T, ...[input]: CallArguments<T>): string {
  const { params, query } = (input ?? {}) as Loose
  return address(route.path, params, query)
}

/** Reads an answer: the body of a success, or the failure thrown. */
export function answerOf<T extends Route>(route: T, status: number, text: string): ResponseOf<T> {
  let body: unknown = {}
  if (text) {
    try {
      body = JSON.parse(text)
    } catch {
      throw status < 400 ? wayFailure('not-understood', status) : failureFrom(status, null)
    }
  }
  if (status >= 400) throw failureFrom(status, body)
  if (import.meta.env.DEV) reportDrift(route, body)
  return body as ResponseOf<T>
}

/** While developing, an answer that differs from the contract is said aloud instead of breaking a screen later. */
function reportDrift(route: Route, body: unknown) {
  const checked = route.response.safeParse(body)
  if (!checked.success) reportError(new Error(`${route.method} ${route.path} differs from the contract`, { cause: checked.error }))
}

interface Way {
  signal?: AbortSignal | undefined
  /** Names a write, so that sent twice it is done once. */
  key?: string | undefined
}

/** Asks the server and gives its answer unread. Throws `ApiFailure` only where there was none. */
export async function ask(
  route: Pick<Route, 'method' | 'path'>,
  { params, query, body }: Loose,
  { signal, key }: Way = {},
): Promise<{ status: number; text: string }> {
  const sends = route.method !== 'GET' && body !== undefined
  try {
    const response = await fetch(address(route.path, params, query), {
      method: route.method,
      credentials: 'same-origin',
      headers: {
        ...callHeaders(route),
        ...(sends && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
      },
      body: sends ? JSON.stringify(body) : null,
      signal: signal ?? null,
    })
    return { status: response.status, text: await response.text() }
  } catch (error) {
    if (signal?.aborted) throw error
    throw wayFailure('unreachable')
  }
}

/** Calls an endpoint. Throws `ApiFailure`, whether the server refused or could not be reached. */
export async function call<T extends Route>(route: T, input: CallInput<T>, signal?: AbortSignal): Promise<ResponseOf<T>> {
  const { status, text } = await ask(route, input as Loose, { signal })
  return answerOf(route, status, text)
}
