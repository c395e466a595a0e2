import type { Bucketing, Definition } from '../definitions/definition.types.ts'

/** What records are filtered by, and mostly cut by too. */
export const filterColumns = ['person', 'unit', 'topic', 'product', 'channel'] as const

/** The column that tells in which bucket of a cut a record falls; none for cuts that its day or its numbers tell. */
export const cutColumn = ({ cuts }: Pick<Definition, 'cuts'>, by: Bucketing): string => (cuts?.[by] === undefined ? by : `cut ${by}`)
