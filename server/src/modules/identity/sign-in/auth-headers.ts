import type { Exchange } from '../../../platform/http/handlers.ts'

/** The header in which the sign-in library finds where a request comes from; what a caller writes into it is overwritten. */
export const addressHeader = 'x-parvandeh-address'

/** The headers of a request for the library: with the address that the platform has found, whatever the caller claims. */
export function authHeaders({ headers, address }: Pick<Exchange, 'headers' | 'address'>): Headers {
  const said = new Headers(headers)
  said.set(addressHeader, address)
  return said
}

/** The same caller with nothing but the cookies of an answer: those of a half-done sign-in, and of no other session. */
export function withCookiesOf(answer: Headers, caller: Headers): Headers {
  const next = new Headers(caller)
  const pairs = answer.getSetCookie().flatMap((header) => /^[^=;]+=[^;]+/u.exec(header)?.[0] ?? [])
  next.set('cookie', pairs.join('; '))
  return next
}
