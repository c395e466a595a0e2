import type { Mapping, Preview, PreviewColumn, Role } from '../import.types.ts'

/** Which roles a column may take in each kind of file, and which of them are moments. */
export const rolesOf: Record<Mapping['kind'], { needed: readonly Role[]; who: readonly Role[]; when: readonly Role[] }> = {
  'event-log': {
    needed: ['number', 'at', 'activity'],
    who: ['customer', 'customerName', 'employee', 'unit', 'product', 'topic', 'priority', 'channel', 'subject', 'outcome'],
    when: ['reportedAt', 'registeredAt', 'firstResponseAt', 'resolvedAt', 'closedAt'],
  },
  'ticket-table': {
    needed: ['number', 'registeredAt', 'reportedAt'],
    who: ['customer', 'customerName', 'employee', 'resolvedBy', 'unit', 'product', 'topic', 'priority', 'channel', 'subject', 'outcome'],
    when: ['firstResponseAt', 'resolvedAt', 'closedAt'],
  },
}

const moments: readonly Role[] = ['at', 'reportedAt', 'registeredAt', 'firstResponseAt', 'resolvedAt', 'closedAt']

/** Whether a role tells a moment, so that its column needs a date format. */
export const isMoment = (role: Role): boolean => moments.includes(role)

/** The column that a role is read from, as the file has it. */
export function columnOf(preview: Preview, mapping: Mapping, role: Role): PreviewColumn | undefined {
  const name = mapping.columns[role]
  return name ? preview.columns.find((column) => column.name === name) : undefined
}

/** The format in which a column of dates is read: as chosen, else as guessed where there is no doubt. */
export function formatInForce({ dateFormats }: Pick<Mapping, 'dateFormats'>, column: PreviewColumn): string | null {
  return dateFormats[column.name] ?? (column.dateAmbiguous ? null : column.dateFormat)
}

/** Columns of moments whose dates can be read in several ways, with none chosen. */
export function undecidedDates(preview: Preview, mapping: Mapping): string[] {
  const { needed, who, when } = rolesOf[mapping.kind]
  const columns = [...needed, ...who, ...when].filter(isMoment).map((role) => columnOf(preview, mapping, role))
  return [...new Set(columns.flatMap((column) => (column && formatInForce(mapping, column) === null ? [column.name] : [])))]
}
