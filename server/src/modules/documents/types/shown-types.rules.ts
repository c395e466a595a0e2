const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** Types that leave under their own name; a browser neither runs them nor reads markup in them. */
const harmless =
  /^(?:image\/(?!svg)|audio\/|video\/|text\/plain(?:;|$)|application\/(?:pdf|zip|gzip|rtf|vnd\.(?:openxmlformats-officedocument|oasis\.opendocument)\.[\w.-]+)$)/u

/** Whether the browser may show it within the page. */
export const isPreviewable = (mediaType: string): boolean =>
  pictures.includes(mediaType) || mediaType === 'application/pdf' || mediaType.startsWith('text/plain')

/** The type under which a content leaves: its own where that is harmless, else bytes. */
export const servedType = (mediaType: string): string => (harmless.test(mediaType) ? mediaType : 'application/octet-stream')

/**
 * What a browser may do with a content that it opens by itself: nothing. A PDF is left out, since the viewers
 * of Chrome and Safari refuse to work in a sandbox; they keep its scripts away from our pages by themselves.
 */
export const contentPolicyOf = (mediaType: string): string =>
  mediaType === 'application/pdf' ? "frame-ancestors 'self'" : "sandbox; frame-ancestors 'self'"
