const formulaStart = /^[=+\-@\t\r]/
const plainNumber = /^[+-]?[\d۰-۹]+([.٫][\d۰-۹]+)?$/u

/** A spreadsheet would run a text that begins like a formula: an apostrophe makes it text again. */
const neutral = (text: string): string => (formulaStart.test(text) && !plainNumber.test(text) ? `'${text}` : text)

/** One cell in one piece: tabs and line ends would begin another. Judged before blanks go, since a tab at the start counts. */
const cellOf = (text: string): string =>
  neutral(
    neutral(text)
      .replaceAll(/[\t\r\n\u2028\u2029]+/gu, ' ')
      .trim(),
  )

/** Rows as a spreadsheet takes them from the clipboard: cells apart by tabs, rows by line ends, harmless as text. */
export const tabSeparated = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map(cellOf).join('\t')).join('\r\n')
