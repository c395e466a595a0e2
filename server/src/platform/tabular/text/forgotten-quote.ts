/**
 * Tells whether the text after an opened quote is rows of the table rather than one long cell: whether most of the
 * first lines after it have the number of cells the table has. The last line seen may be cut, so it is not asked
 * unless it is the only one.
 */
export function looksLikeRows(raw: string, delimiter: string, columns: number): boolean {
  const lines = raw.split(/\r\n|\r|\n/, 5).slice(1)
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines
  const alike = whole.filter((line) => line.split(delimiter).length === columns)
  return alike.length * 2 > whole.length
}
