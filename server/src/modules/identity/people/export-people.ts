import type { QueryOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { everyRow } from '../../../platform/http/export-table.ts'
import type { ExportColumn } from '../../../platform/http/export-table.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import { exportList } from '../audit/export-list.ts'
import { directoryNames } from './directory.ts'
import { pageOfPeople } from './people.queries.ts'
import type { Person } from './people.queries.ts'
import { allRoles } from './roles.queries.ts'

type Column = ExportColumn<Person>

/** The people of the organisation as a file: who they are and what roles they hold. */
export async function exportPeople(
  context: Context,
  { format, columns, ...filters }: QueryOf<typeof contract.people.export>,
): Promise<Download> {
  const { units } = await directoryNames(context)
  const roles = new Map((await allRoles(context)).map(({ id, name }) => [id, name]))
  return exportList(context, {
    action: 'people.exported',
    subjectType: 'person',
    name: { fa: 'کارکنان', en: 'people' },
    asked: { format, columns },
    filters,
    columns: columnsWith(units, roles),
    rows: everyRow((after) => pageOfPeople(context, { ...filters, after, limit: 1000 })),
  })
}

function columnsWith(units: ReadonlyMap<string, string>, roles: ReadonlyMap<string, string>): readonly Column[] {
  const column = (key: string, fa: string, en: string, cell: Column['cell']): Column => ({ key, header: { fa, en }, cell })
  return [
    column('name', 'نام', 'Name', ({ name }) => name),
    column('username', 'نام کاربری', 'User name', ({ username }) => username),
    column('email', 'ایمیل', 'Email', ({ email }) => email),
    column('unit', 'واحد', 'Unit', ({ unitId }) => unitId && units.get(unitId)),
    column('roles', 'نقش‌ها', 'Roles', ({ roleIds }) => roleIds.map((id) => roles.get(id)).join(' ؛ ')),
    column('state', 'وضعیت', 'State', ({ active }, locale) => activeWords[locale](active)),
    { ...column('created', 'تاریخ افزودن', 'Added', ({ createdAt }) => new Date(createdAt)), kind: 'day' },
  ]
}

const activeWords = {
  fa: (active: boolean) => (active ? 'فعال' : 'غیرفعال'),
  en: (active: boolean) => (active ? 'active' : 'inactive'),
}
