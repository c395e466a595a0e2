/** A line of the table's body: a row by its place among the rows, or the head of a group. */
export type Line<Row> = { kind: 'row'; row: Row; place: number } | { kind: 'group'; key: string; name: string; count: number }

/** The rows in their order, or gathered under the heads of their groups, in the order in which groups first appear. */
export function linesOf<Row>(rows: readonly Row[], group?: (row: Row) => { key: string; name: string }): Line<Row>[] {
  if (!group) return rows.map((row, place) => ({ kind: 'row', row, place }))
  const groups = new Map<string, { name: string; rows: Row[] }>()
  for (const row of rows) {
    const { key, name } = group(row)
    const found = groups.get(key)
    if (found) found.rows.push(row)
    else groups.set(key, { name, rows: [row] })
  }
  let place = 0
  return [...groups].flatMap(([key, { name, rows: gathered }]): Line<Row>[] => [
    { kind: 'group', key, name, count: gathered.length },
    ...gathered.map((row): Line<Row> => ({ kind: 'row', row, place: place++ })),
  ])
}

/** The rows as they stand on the page, heads of groups aside. */
export const rowsIn = <Row>(lines: readonly Line<Row>[]): Row[] => lines.flatMap((line) => (line.kind === 'row' ? [line.row] : []))
