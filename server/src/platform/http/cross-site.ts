import { AppError } from '../failure.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a write that another site made the browser send. Browsers say where a request comes from
 * (Sec-Fetch-Site, Origin); a page of our own is same-origin. Scripts with an access token send neither,
 * and carry no cookie that could be abused.
 */
export function refuseCrossSite(method: string, headers: Headers, publicHost: string | null): void {
  if (harmless.has(method) || headers.has('authorization')) return
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') throw new AppError('cross-site')
  const origin = headers.get('origin')
  // A proxy may ask us by another name than people type.
  if (origin !== null && ![headers.get('host'), publicHost].includes(hostOf(origin))) throw new AppError('cross-site')
  if (headers.has('cookie') && !headers.has('x-parvandeh')) throw new AppError('cross-site')
}

/** An origin that is none, such as `null`, is nobody's host. */
function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : ''
}
