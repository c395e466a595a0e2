/** A chosen column; a width in pixels where one was set by hand. Their order is the order of the table. */
export interface ColumnChoice {
  key: string
  width: number | null
}

interface Known {
  key: string
  optional?: boolean
  essential?: boolean
  width?: number
  grow?: boolean
}

const narrowest = 56
const widest = 900
const usual = 144
const growing = 184

/** The columns as the list has them before anybody chooses. */
export const initialChoice = (columns: readonly Known[]): ColumnChoice[] =>
  columns.filter(({ optional }) => !optional).map(({ key }) => ({ key, width: null }))

/**
 * A choice as it can be shown: columns that are no more are left out, and what a row is known by is put back at the
 * start. An empty choice is that of the list itself.
 */
export function readableChoice(columns: readonly Known[], choice: readonly ColumnChoice[]): ColumnChoice[] {
  const known = choice.filter(
    ({ key }, place) => columns.some((column) => column.key === key) && choice.findIndex((other) => other.key === key) === place,
  )
  if (known.length === 0) return initialChoice(columns)
  const missing = columns.filter(({ key, essential }) => essential && !known.some((chosen) => chosen.key === key))
  return [...missing.map(({ key }) => ({ key, width: null })), ...known]
}

/** Shows a column, at the place where the list has it, or hides it. */
export function toggleColumn(columns: readonly Known[], choice: readonly ColumnChoice[], key: string): ColumnChoice[] {
  if (choice.some((chosen) => chosen.key === key)) return choice.filter((chosen) => chosen.key !== key)
  const before = columns
    .slice(
      0,
      columns.findIndex((column) => column.key === key),
    )
    .map((column) => column.key)
  const after = choice.findLastIndex((chosen) => before.includes(chosen.key)) + 1
  return choice.toSpliced(after, 0, { key, width: null })
}

/** Moves a column by so many places; at the ends it stays. */
export function moveColumn(choice: readonly ColumnChoice[], key: string, by: number): ColumnChoice[] {
  const from = choice.findIndex((chosen) => chosen.key === key)
  const moved = choice[from]
  if (!moved) return [...choice]
  const to = Math.min(choice.length - 1, Math.max(0, from + by))
  return choice.toSpliced(from, 1).toSpliced(to, 0, moved)
}

/** Sets the width of a column; null gives it back to the table. */
export function widenColumn(choice: readonly ColumnChoice[], key: string, width: number | null): ColumnChoice[] {
  const set = width === null ? null : Math.round(Math.min(widest, Math.max(narrowest, width)))
  return choice.map((chosen) => (chosen.key === key ? { key, width: set } : chosen))
}

/** The least width of a column in pixels; only one that grows, and was not set by hand, may be wider. */
export const widthOf = ({ width, grow }: Known, set: number | null): number => set ?? width ?? (grow ? growing : usual)

/** A choice as an address holds it: `number.subject-320.status`. */
export const writeChoice = (choice: readonly ColumnChoice[]): string =>
  choice.map(({ key, width }) => (width === null ? key : `${key}-${width}`)).join('.')

/** Own fields of the organisation are `x.` and a key: that point parts no columns. */
const betweenColumns = /(?<!(?:^|\.)x)\./u

/** A choice out of an address; null where there is none. */
export function readChoice(text: unknown): ColumnChoice[] | null {
  if (typeof text !== 'string' || text === '') return null
  return text.split(betweenColumns).map((part) => {
    const [, key = part, width] = /^(.+)-(\d{2,4})$/u.exec(part) ?? []
    return { key, width: width === undefined ? null : Math.min(widest, Math.max(narrowest, Number(width))) }
  })
}
