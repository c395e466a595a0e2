/** Only addresses within the app: a link must not lead a person who signs in to another site. */
export function safeBack(back: unknown): string | undefined {
  return typeof back === 'string' && /^\/(?![/\\])[^\t\r\n]*$/.test(back) ? back : undefined
}
