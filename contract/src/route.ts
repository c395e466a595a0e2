import { z } from 'zod'
import type { Permission } from './permissions.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

const nothing = z.object({})
type Nothing = typeof nothing

/** What passes over the wire: JSON both ways, a file up, a file down, or a stream of server-sent events. */
export type Transport = 'json' | 'upload' | 'download' | 'events'

/**
 * An endpoint as a value: the server serves it, the web calls it, OpenAPI is printed from it.
 * `permission` is `'public'` (nobody signed in), `'signed-in'` (any person) or a permission that the actor must hold.
 * Paths hold parameters as `:name`.
 */
export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
  T extends Transport = Transport,
> {
  method: Method
  path: `/api/${string}`
  permission: Permission | 'public' | 'signed-in'
  summary: { fa: string; en: string }
  params: P
  query: Q
  body: B
  response: R
  transport: T
  /** Largest body accepted, in bytes. */
  bodyLimit: number
}

interface RouteInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType, T extends Transport> extends Pick<
  Route,
  'method' | 'path' | 'permission' | 'summary'
> {
  params?: P
  query?: Q
  body?: B
  response?: R
  transport?: T
  bodyLimit?: number
}

/** Declares an endpoint; parts left out are empty objects, the body limit is 256 KiB unless said. */
export function route<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  R extends z.ZodType = Nothing,
  T extends Transport = 'json',
>(input: RouteInput<P, Q, B, R, T>): Route<P, Q, B, R, T> {
  return {
    method: input.method,
    path: input.path,
    permission: input.permission,
    summary: input.summary,
    params: (input.params ?? nothing) as P,
    query: (input.query ?? nothing) as Q,
    body: (input.body ?? nothing) as B,
    response: (input.response ?? nothing) as R,
    transport: input.transport ?? ('json' as T),
    bodyLimit: input.bodyLimit ?? 256 * 1024,
  }
}

export type ParamsOf<T extends Route> = z.output<T['params']>
export type QueryOf<T extends Route> = z.output<T['query']>
export type BodyOf<T extends Route> = z.output<T['body']>
export type ResponseOf<T extends Route> = z.output<T['response']>
/** What a handler gives back: the response before its schema has stripped what is not declared. */
export type AnswerOf<T extends Route> = z.input<T['response']>

/** What a caller gives: the parts before defaults and coercion. */
export interface CallOf<T extends Route> {
  params?: z.input<T['params']>
  query?: z.input<T['query']>
  body?: z.input<T['body']>
}
