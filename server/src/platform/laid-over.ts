/** A whole with what was given of it laid over: what was left out stays. */
export function laidOver<T extends object>(whole: T, given: { readonly [K in keyof T]?: T[K] | undefined }): T {
  const said = Object.entries(given).filter(([name, value]) => name in whole && value !== undefined)
  return { ...whole, ...Object.fromEntries(said) }
}
