import type { Context } from '../../../platform/context.ts'
import type { CopiedTable, Words } from '../../../platform/subjects/holder.types.ts'
import type { CustomerFile } from '../files/file.types.ts'
import { exportColumns } from '../list/export-columns.ts'
import {
  readAllAccounts,
  readAllClasses,
  readAllLines,
  readAllNotes,
  readAllProvenance,
  readAllRelations,
  readAllTags,
  readPlaceNames,
} from './copy.queries.ts'

const rowsAtOnce = 500

type Row = Record<string, unknown>
const column = (key: string, fa: string, en: string): { key: string; header: Words } => ({ key, header: { fa, en } })

/** What the file itself says: its fields, its ways of access, the history of its values, and what happened in it. */
export function ownTables(files: readonly CustomerFile[]): CopiedTable[] {
  const ids = files.map(({ customerId }) => customerId)
  return [
    {
      name: 'file',
      title: { fa: 'اطلاعات پرونده', en: 'What the file says' },
      columns: [column('field', 'ویژگی', 'Field'), column('value', 'مقدار', 'Value')],
      rows: (context) => fieldsOf(context, files),
    },
    {
      name: 'access-points',
      title: { fa: 'راه‌های تماس', en: 'Ways to reach them' },
      columns: [
        column('kind', 'نوع', 'Kind'),
        column('value', 'مقدار', 'Value'),
        column('label', 'برچسب', 'Label'),
        column('preferredHours', 'ساعت مناسب', 'Preferred hours'),
        column('postalCode', 'کد پستی', 'Postal code'),
        column('consents', 'رضایت‌ها', 'Consents'),
        column('verified', 'تأییدشده', 'Verified'),
      ],
      rows: async function* () {
        for (const { accessPoints } of files) yield* accessPoints as unknown as Row[]
      },
    },
    ...tablesBeside(ids),
    {
      name: 'value-history',
      title: { fa: 'مقدارها و سرچشمهٔ آن‌ها', en: 'Values and where they came from' },
      columns: [
        column('field', 'ویژگی', 'Field'),
        column('value', 'مقدار', 'Value'),
        column('source', 'سرچشمه', 'Source'),
        column('fromAt', 'از', 'From'),
        column('untilAt', 'تا', 'Until'),
        column('confirmedAt', 'تأیید', 'Confirmed'),
      ],
      rows: (context) => paged(context, ids, readAllProvenance),
    },
    {
      name: 'timeline',
      title: { fa: 'خط زمان', en: 'Timeline' },
      columns: [column('at', 'زمان', 'When'), column('kind', 'رویداد', 'Event'), column('facts', 'شرح', 'What it says')],
      rows: (context) => paged(context, ids, readAllLines),
    },
  ]
}

/** What stands beside the fields of a file. */
function tablesBeside(ids: readonly string[]): CopiedTable[] {
  return [
    {
      name: 'tags',
      title: { fa: 'برچسب‌ها', en: 'Tags' },
      columns: [column('name', 'برچسب', 'Tag'), column('note', 'یادداشت', 'Note'), column('addedAt', 'از', 'Since')],
      rows: (context) => paged(context, ids, readAllTags),
    },
    {
      name: 'behaviour-notes',
      title: { fa: 'یادداشت‌های رفتاری', en: 'Notes on behaviour' },
      columns: [column('text', 'متن', 'Text'), column('writtenAt', 'نوشته‌شده', 'Written'), column('changedAt', 'ویرایش', 'Changed')],
      rows: (context) => paged(context, ids, readAllNotes),
    },
    {
      name: 'relations',
      title: { fa: 'پیوندها با دیگران', en: 'Relations with others' },
      columns: [
        column('relation', 'پیوند', 'Relation'),
        column('with', 'با', 'With'),
        column('role', 'نقش', 'Role'),
        column('from', 'از', 'From'),
        column('to', 'تا', 'To'),
        column('note', 'یادداشت', 'Note'),
      ],
      rows: (context) => paged(context, ids, readAllRelations),
    },
    {
      name: 'bank-accounts',
      title: { fa: 'حساب‌های بانکی', en: 'Bank accounts' },
      columns: [
        column('kind', 'نوع', 'Kind'),
        column('value', 'شماره', 'Number'),
        column('holder', 'دارنده', 'Holder'),
        column('note', 'یادداشت', 'Note'),
      ],
      rows: (context) => paged(context, ids, readAllAccounts),
    },
    {
      name: 'classes',
      title: { fa: 'رده‌ها', en: 'Classes' },
      columns: [column('scheme', 'طرح', 'Scheme'), column('class', 'رده', 'Class'), column('reason', 'دلیل', 'Reason')],
      rows: (context) => paged(context, ids, readAllClasses),
    },
  ]
}

/** As the export of the list calls it; what is not in that goes by its own key. */
const wordOf = (name: string, locale: Context['locale']): string =>
  exportColumns.find(({ key }) => key === name || `${key}Id` === name)?.header[locale] ?? name

async function* fieldsOf(context: Context, files: readonly CustomerFile[]): AsyncGenerator<Row> {
  const places = new Map(
    (
      await readPlaceNames(
        context,
        files.map(({ customerId }) => customerId),
      )
    ).map((row) => [row.id, row]),
  )
  for (const { customerId, code, fields, createdAt, acceptedProblems } of files) {
    const place = places.get(customerId)
    const named = { ...fields, provinceId: place?.province, countyId: place?.county, cityId: place?.city }
    const said = { code, createdAt, ...named, photoId: null, ...place?.custom, ...acceptedProblems }
    for (const [name, value] of Object.entries(said)) {
      if (value !== null && value !== undefined) yield { field: wordOf(name, context.locale), value }
    }
  }
}

async function* paged(
  context: Context,
  ids: readonly string[],
  read: (context: Context, ids: readonly string[], after: string | undefined, limit: number) => Promise<({ id: string } & Row)[]>,
): AsyncGenerator<Row> {
  let after: string | undefined
  do {
    const rows = await read(context, ids, after, rowsAtOnce)
    for (const { id: _id, ...row } of rows) yield row
    after = rows.length === rowsAtOnce ? rows.at(-1)?.id : undefined
  } while (after !== undefined)
}
