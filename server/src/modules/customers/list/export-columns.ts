import type { AccessClass } from '@parvandeh/contract'
import { formatJalali, localDay } from '@parvandeh/contract/persian'
import type { Locale } from '@parvandeh/contract/persian'
import type { WrittenCell } from '../../../platform/tabular/index.ts'
import type { FixedField, FixedFields } from '../files/file.types.ts'
import { accessPointClass } from '../files/search-rows.rules.ts'
import { classOfField } from '../files/tidy.rules.ts'
import type { readExportAccess, readExportDetails } from './list.queries.ts'

/** A file as the export sees it. */
export interface ExportedFile {
  row: Awaited<ReturnType<typeof readExportDetails>>[number]
  fields: FixedFields
  access: Awaited<ReturnType<typeof readExportAccess>>
  unitName: string | null
  ownerName: string | null
  zone: string
}

export interface ExportColumn {
  name: string
  header: Record<Locale, string>
  accessClass: AccessClass
  cell: (file: ExportedFile, locale: Locale) => WrittenCell
}

const kinds = { person: { fa: 'حقیقی', en: 'Person' }, organisation: { fa: 'حقوقی', en: 'Organisation' } }
const genderWords = { female: { fa: 'زن', en: 'Female' }, male: { fa: 'مرد', en: 'Male' } }

const column = (name: string, fa: string, en: string, accessClass: AccessClass, cell: ExportColumn['cell']): ExportColumn => ({
  name,
  header: { fa, en },
  accessClass,
  cell,
})
const field = (name: FixedField, fa: string, en: string): ExportColumn =>
  column(name, fa, en, classOfField(name), ({ fields }) => fields[name])
const reached = (kinds: readonly string[], fa: string, en: string): ExportColumn =>
  column(kinds[0] ?? '', fa, en, accessPointClass, ({ access }) =>
    access
      .filter((point) => kinds.includes(point.kind))
      .map((point) => point.value)
      .join(' ؛ '),
  )

/** The day as it is shown in Iran and as other programs read it. */
const days = (name: string, fa: string, en: string, moment: (file: ExportedFile) => Date | null): ExportColumn[] => {
  const dayOf = (file: ExportedFile) => {
    const at = moment(file)
    return at && localDay(at, file.zone)
  }
  return [
    column(name, fa, en, 'public', dayOf),
    column(`${name}Jalali`, `${fa} (شمسی)`, `${en} (Jalali)`, 'public', (file) => {
      const day = dayOf(file)
      return day && formatJalali(day, 'short')
    }),
  ]
}

/** The columns of the export, in their order; whoever may not read a class gets no column of it. */
export const exportColumns: readonly ExportColumn[] = [
  column('code', 'کد', 'Code', 'public', ({ row }) => row.code),
  column('kind', 'نوع', 'Kind', 'public', ({ row }, locale) => kinds[row.kind][locale]),
  column('displayName', 'نام پرونده', 'Display name', 'public', ({ row }) => row.shown_name),
  field('firstName', 'نام', 'First name'),
  field('lastName', 'نام خانوادگی', 'Last name'),
  field('organisationName', 'نام سازمان', 'Organisation'),
  field('fatherName', 'نام پدر', "Father's name"),
  field('nationalCode', 'کد ملی', 'National code'),
  field('foreignCode', 'کد اتباع خارجی', 'Foreign code'),
  field('companyNationalId', 'شناسهٔ ملی', 'Company national ID'),
  field('registrationNumber', 'شمارهٔ ثبت', 'Registration number'),
  field('economicCode', 'کد اقتصادی', 'Economic code'),
  field('birthDate', 'تاریخ تولد', 'Birth date'),
  column('gender', 'جنسیت', 'Gender', classOfField('gender'), ({ fields }, locale) => fields.gender && genderWords[fields.gender][locale]),
  reached(['mobile'], 'تلفن همراه', 'Mobile'),
  reached(['phone'], 'تلفن ثابت', 'Phone'),
  reached(['email'], 'ایمیل', 'Email'),
  reached(['address'], 'نشانی', 'Address'),
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
  ...days('createdAt', 'تاریخ ثبت', 'Created', ({ row }) => row.created_at),
  ...days('lastContactAt', 'آخرین تماس', 'Last contact', ({ row }) => row.last_visible_contact_at),
]
