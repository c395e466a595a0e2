import type { AccessClass } from '@parvandeh/contract'
import type { ExportColumn } from '../../../platform/http/export-table.ts'
import type { FixedField, FixedFields } from '../files/file.types.ts'
import { accessPointClass } from '../files/search-rows.rules.ts'
import { reckonedClass } from '../fields/built-in-fields.queries.ts'
import { classOfField } from '../files/tidy.rules.ts'
import type { PeopleOfFile } from './people-columns.ts'
import type { readExportAccess, readExportDetails } from './list.queries.ts'

/** A file as the export sees it. */
export interface ExportedFile {
  row: Awaited<ReturnType<typeof readExportDetails>>[number]
  fields: FixedFields
  access: Awaited<ReturnType<typeof readExportAccess>>
  unitName: string | null
  ownerName: string | null
  people: PeopleOfFile
  nameOf: (personId: string | null | undefined) => string | null
  /** Names of the colleagues and customers that stand in own fields. */
  ownNames: ReadonlyMap<string, string>
}

type Column = ExportColumn<ExportedFile>

const kinds = { person: { fa: 'حقیقی', en: 'Person' }, organisation: { fa: 'حقوقی', en: 'Organisation' } }
const genderWords = { female: { fa: 'زن', en: 'Female' }, male: { fa: 'مرد', en: 'Male' } }

const column = (key: string, fa: string, en: string, accessClass: AccessClass, cell: Column['cell']): Column => ({
  key,
  header: { fa, en },
  accessClass,
  cell,
})
const field = (name: FixedField, fa: string, en: string): Column => column(name, fa, en, classOfField(name), ({ fields }) => fields[name])
const reached = (key: string, kind: string, fa: string, en: string): Column =>
  column(key, fa, en, accessPointClass, ({ access }) =>
    access
      .filter((point) => point.kind === kind)
      .map((point) => point.value)
      .join(' ؛ '),
  )

const day = (key: string, fa: string, en: string, cell: Column['cell']): Column => ({ ...column(key, fa, en, 'public', cell), kind: 'day' })

const reckoned = (key: 'completeness' | 'trust', fa: string, en: string): Column =>
  column(key, fa, en, reckonedClass, ({ row }) => {
    const share = row[key]
    return share === null ? null : Math.round(share * 100)
  })

/** The columns of the export, in their order; whoever may not read a class gets no column of it. */
export const exportColumns: readonly Column[] = [
  column('code', 'کد', 'Code', 'public', ({ row }) => row.code),
  column('kind', 'نوع', 'Kind', 'public', ({ row }, locale) => kinds[row.kind][locale]),
  column('name', 'نام پرونده', 'Display name', 'public', ({ row }) => row.shown_name),
  field('firstName', 'نام', 'First name'),
  field('lastName', 'نام خانوادگی', 'Last name'),
  field('organisationName', 'نام سازمان', 'Organisation'),
  field('fatherName', 'نام پدر', "Father's name"),
  field('nationalCode', 'کد ملی', 'National code'),
  field('foreignCode', 'کد اتباع خارجی', 'Foreign code'),
  field('companyNationalId', 'شناسهٔ ملی', 'Company national ID'),
  field('registrationNumber', 'شمارهٔ ثبت', 'Registration number'),
  field('economicCode', 'کد اقتصادی', 'Economic code'),
  { ...field('birthDate', 'تاریخ تولد', 'Birth date'), kind: 'day' },
  column('gender', 'جنسیت', 'Gender', classOfField('gender'), ({ fields }, locale) => fields.gender && genderWords[fields.gender][locale]),
  column('phone', 'شمارهٔ تماس', 'Number to call', accessPointClass, ({ row }) => row.main_phone),
  reached('mobile', 'mobile', 'تلفن همراه', 'Mobile'),
  reached('landline', 'phone', 'تلفن ثابت', 'Phone'),
  reached('email', 'email', 'ایمیل', 'Email'),
  reached('address', 'address', 'نشانی', 'Address'),
  column(
    'postalCode',
    'کد پستی',
    'Postal code',
    accessPointClass,
    ({ access }) => access.find((point) => point.postal_code !== null)?.postal_code,
  ),
  column('province', 'استان', 'Province', classOfField('provinceId'), ({ row }) => row.province),
  column('county', 'شهرستان', 'County', classOfField('countyId'), ({ row }) => row.county),
  column('city', 'شهر', 'City', classOfField('cityId'), ({ row }) => row.city),
  field('district', 'منطقه', 'District'),
  column('unit', 'واحد', 'Unit', 'public', ({ unitName }) => unitName),
  column('owner', 'مسئول', 'Owner', 'public', ({ ownerName }) => ownerName),
  column('provisional', 'موقت', 'Provisional', 'public', ({ row }, locale) =>
    row.provisional ? (locale === 'fa' ? 'بله' : 'yes') : locale === 'fa' ? 'خیر' : 'no',
  ),
  reckoned('completeness', 'کامل بودن پرونده (درصد)', 'Completeness (percent)'),
  reckoned('trust', 'اعتماد به داده‌ها (درصد)', 'Trust in the values (percent)'),
  day('created', 'تاریخ ثبت', 'Created', ({ row }) => row.created_at),
  day('contact', 'آخرین تماس', 'Last contact', ({ row }) => row.last_visible_contact_at),
]
