import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from '@parvandeh/contract'
import type { Readable } from 'node:stream'
import type { StoredBlob } from '../blobs/blob-store.ts'
import type { Context } from '../context.ts'

/** A file on its way to the caller. `inline` lets the browser show it in the page. */
export interface Download {
  mediaType: string
  fileName: string | null
  content: Readable | Buffer | string
  inline?: boolean
  /** Headers beside the usual ones, over those of every answer. */
  headers?: Readonly<Record<string, string>>
}

/** A file that has arrived: already in the blob store, under the name that the sender gave it. */
export interface Upload extends StoredBlob {
  name: string
}

/** The parts of the exchange that only sign-in and its like need. */
export interface Exchange {
  headers: Headers
  address: string
  /** Adds a whole Set-Cookie header. */
  setCookie: (header: string) => void
}

export interface Input<R extends Route> {
  params: ParamsOf<R>
  query: QueryOf<R>
  body: BodyOf<R>
  exchange: Exchange
  /** Present where the route's transport is `upload`. */
  file: R['transport'] extends 'upload' ? Upload : Upload | undefined
}

type Answer<R extends Route> = AnswerOf<R> | Download | void

export type Handler<R extends Route> = (context: Context, input: Input<R>) => Promise<Answer<R>>

export interface ServedRoute {
  route: Route
  handle: Handler<Route>
}

export type Handlers<T extends Record<string, Route>> = { [K in keyof T]: Handler<T[K]> }

/** Joins a noun's endpoints with their handlers; leaving one out, or adding one, does not type-check. */
export function serve<T extends Record<string, Route>>(routes: T, handlers: Handlers<T>): ServedRoute[] {
  return Object.keys(routes).map((key) => ({ route: routes[key] as Route, handle: handlers[key] as unknown as Handler<Route> }))
}

export const isDownload = (answer: unknown): answer is Download =>
  typeof answer === 'object' && answer !== null && 'content' in answer && 'mediaType' in answer
