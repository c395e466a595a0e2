import type { ExportColumn } from '../../../platform/http/export-table.ts'
import { channelWords, directionWords, kindWords } from '../words.ts'
import type { Interaction } from '../interactions.tables.ts'

/** An interaction as the export sees it: as its reader is shown it, with the names that it needs. */
export type ExportedInteraction = Interaction & { names: Record<'people' | 'units' | 'customers', ReadonlyMap<string, string>> }

type Column = ExportColumn<ExportedInteraction>

const words = { kind: kindWords, direction: directionWords, channel: channelWords } as const

const column = (key: string, fa: string, en: string, cell: Column['cell']): Column => ({ key, header: { fa, en }, cell })
const word = (key: string, fa: string, en: string, name: keyof typeof words): Column =>
  column(key, fa, en, (row, locale) => (locale === 'fa' ? (words[name] as Readonly<Record<string, string>>)[row[name]] : row[name]))
const moment = (key: string, fa: string, en: string, name: 'startedAt' | 'recordedAt'): Column => ({
  ...column(key, fa, en, (row) => new Date(row[name])),
  kind: 'moment',
})

/** The columns of the export, in their order. */
export const exportColumns: readonly Column[] = [
  moment('when', 'زمان', 'When', 'startedAt'),
  word('what', 'نوع', 'Kind', 'kind'),
  word('direction', 'جهت', 'Direction', 'direction'),
  word('channel', 'کانال', 'Channel', 'channel'),
  column('customer', 'مشتری', 'Customer', ({ names, customerId }) => names.customers.get(customerId)),
  { ...column('subject', 'موضوع', 'Subject', ({ subject }) => subject), accessClass: 'internal' },
  { ...column('body', 'متن', 'Text', ({ body }) => body), accessClass: 'internal' },
  column('person', 'کارشناس', 'Colleague', ({ names, personId }) => personId && names.people.get(personId)),
  column('unit', 'واحد', 'Unit', ({ names, unitId }) => unitId && names.units.get(unitId)),
  column('length', 'مدت (دقیقه)', 'Length (minutes)', ({ minutes }) => minutes),
  column('answered', 'پاسخ داده شد', 'Answered', ({ kind, answered }, locale) =>
    kind === 'call' ? (locale === 'fa' ? (answered ? 'بله' : 'خیر') : answered ? 'yes' : 'no') : null,
  ),
  moment('recorded', 'زمان ثبت', 'Logged at', 'recordedAt'),
]
