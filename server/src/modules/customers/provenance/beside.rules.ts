/** What belongs to a file beside its fields, by the first word of its path: `tags.<id of the tag>`, `accounts.<id>`, ... */
const besides = ['tags', 'accounts', 'relations', 'business'] as const

/** The path of a value beside the fields of a file. */
export const besideField = (of: (typeof besides)[number], key: string): string => `${of}.${key}`

/** As a regular expression of PostgreSQL and of JavaScript. */
export const besidePattern = `^(${besides.join('|')})\\.`

/** Whether a path names something beside the fields of a file, which is kept under whatever id of the file it was said of. */
export const isBeside = (field: string): boolean => new RegExp(besidePattern, 'u').test(field)

/** The value of a path beside the fields, in a few words; null where it is told by an id alone. */
export function besideText(field: string, value: unknown): string | null {
  const { tag, last } = (value ?? {}) as { tag?: string; last?: string }
  if (field.startsWith('tags.')) return tag ?? null
  if (field.startsWith('accounts.')) return last === undefined ? null : `…${last}`
  return field === besideField('business', 'referrer') && typeof value === 'string' ? value : null
}
