import { operatorsOf } from '@parvandeh/contract'
import type { AccessClass, FieldType } from '@parvandeh/contract'
import { checkCompanyId, checkNationalCode, foldJoined } from '@parvandeh/contract/persian'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { askAccess, askDay, askMoment, askName, askNumber, askText, askYesNo, manyOf, pattern } from '../conditions/asks.queries.ts'
import { hasName, lastVisibleContact, seesEveryContact } from '../customers.access.ts'
import { accessPointClass } from '../files/search-rows.rules.ts'
import { classOfField } from '../files/tidy.rules.ts'
import type { FixedField } from '../files/file.types.ts'
import { readUnitsBelow } from '../../identity/index.ts'
import type { Asking, FileField } from './file-field.ts'

type Kinds = FileField['kinds']
type Ask = NonNullable<FileField['ask']>

const both: Kinds = ['person', 'organisation']
const person: Kinds = ['person']
const organisation: Kinds = ['organisation']

const column =
  (name: string) =>
  ({ alias }: Asking): RawBuilder<unknown> =>
    sql.ref(`${alias}.${name}`)

interface Facts {
  type: FieldType
  group: string
  accessClass: AccessClass
  kinds?: Kinds
  ask: Ask
  operators?: FileField['operators']
  choices?: FileField['choices']
  sortable?: boolean
  importable?: boolean
}

const field = (key: string, fa: string, en: string, facts: Facts): FileField => ({
  kinds: both,
  custom: false,
  choices: null,
  operators: [...operatorsOf[facts.type]],
  sortable: false,
  exportable: true,
  importable: true,
  ...facts,
  key,
  label: { fa, en },
})

/** A name is found through the names of files, which have an index of parts, and then looked at by itself. */
const askNamePart =
  (name: string): Ask =>
  (leaf, asking) => {
    const exact = askText(column(name))(leaf, asking)
    if (leaf.is !== 'contains' && leaf.is !== 'begins') return exact
    return sql<boolean>`(${column('name_joined')(asking)} like ${pattern('contains', foldJoined(String(leaf.value)))} and ${exact})`
  }

/** Codes are kept in plain digits, however they are typed. */
const askCode =
  (name: string, check: (text: string) => { value: string }): Ask =>
  (leaf, asking) => {
    if (leaf.value === undefined) return askText(column(name))(leaf, asking)
    const codes = manyOf(leaf).map((one) => check(String(one)).value)
    return askText(column(name))({ ...leaf, value: Array.isArray(leaf.value) ? codes : codes[0] }, asking)
  }

/** The name that the reader knows the file by: a number in its place is found by those who may read numbers. */
const askShownName: Ask = (leaf, asking) => {
  const joined = column('name_joined')(asking)
  const isNamed = hasName(asking.alias)
  if (leaf.is === 'empty') return sql<boolean>`not ${isNamed}`
  if (leaf.is === 'filled') return isNamed
  const text = manyOf(leaf).map((one) => foldJoined(String(one)))
  const match =
    leaf.is === 'contains' || leaf.is === 'begins'
      ? sql<boolean>`${joined} like ${pattern(leaf.is, text[0] ?? '')}`
      : sql<boolean>`${joined} = any(${text}::text[])`
  return asking.actor.fieldClasses.has(accessPointClass) ? match : sql<boolean>`(${isNamed} and ${match})`
}

const askUnit: Ask = async (leaf, asking) => {
  const unit = column('unit_id')
  if (leaf.is !== 'under') return askName(unit, 'uuid')(leaf, asking)
  const below = await readUnitsBelow(asking.context.tx, String(leaf.value))
  return sql<boolean>`${unit(asking)} = any(${below}::uuid[])`
}

/** A contact out of the asker's sight is none. */
const askContact: Ask = (leaf, asking) =>
  askMoment(({ actor, alias }) => (seesEveryContact(actor) ? sql.ref(`${alias}.last_contact_at`) : lastVisibleContact(actor, alias)))(
    leaf,
    asking,
  )

const identity = (key: FixedField, fa: string, en: string, ask: Ask, facts: Partial<Facts> = {}) =>
  field(key, fa, en, { type: 'text', group: 'identity', accessClass: classOfField(key), ask, ...facts })

const reached = (key: string, type: FieldType, fa: string, en: string) =>
  field(key, fa, en, { type, group: 'contact', accessClass: accessPointClass, ask: askAccess(key, type) })

const place = (key: FixedField, name: string, fa: string, en: string) =>
  field(key, fa, en, { type: 'place', group: 'place', accessClass: classOfField(key), ask: askName(column(name), 'int') })

/** What the system writes by itself is neither typed nor imported. */
const reckoned = { importable: false } as const

/** Of what is reckoned of a whole file: how complete it is, and how far it is to be relied on. */
export const reckonedClass: AccessClass = 'internal'

const kindChoices = [
  { key: 'person', label: { fa: 'حقیقی', en: 'Person' } },
  { key: 'organisation', label: { fa: 'حقوقی', en: 'Organisation' } },
]
const genderChoices = [
  { key: 'female', label: { fa: 'زن', en: 'Female' } },
  { key: 'male', label: { fa: 'مرد', en: 'Male' } },
]
const plain = (text: string) => ({ value: text })

/** The groups of the built-in fields. */
export const builtInGroups = [
  { key: 'identity', label: { fa: 'هویت', en: 'Identity' } },
  { key: 'contact', label: { fa: 'راه‌های ارتباط', en: 'Ways to reach' } },
  { key: 'place', label: { fa: 'جا', en: 'Place' } },
  { key: 'work', label: { fa: 'کار', en: 'Work' } },
  { key: 'state', label: { fa: 'وضع پرونده', en: 'State of the file' } },
]

/** Every field that each file has from the start. */
export const builtInFields: readonly FileField[] = [
  field('code', 'کد', 'Code', { type: 'text', group: 'identity', accessClass: 'public', ask: askCode('code', plain), ...reckoned }),
  field('name', 'نام پرونده', 'Name', {
    type: 'text',
    group: 'identity',
    accessClass: 'public',
    ask: askShownName,
    sortable: true,
    ...reckoned,
  }),
  identity('kind', 'نوع مشتری', 'Kind', askName(column('kind'), 'text'), { type: 'choice', choices: kindChoices, operators: ['equals'] }),
  identity('firstName', 'نام', 'First name', askNamePart('first_name'), { kinds: person }),
  identity('lastName', 'نام خانوادگی', 'Last name', askNamePart('last_name'), { kinds: person }),
  identity('organisationName', 'نام سازمان', "Organisation's name", askNamePart('organisation_name'), { kinds: organisation }),
  identity('fatherName', 'نام پدر', "Father's name", askText(column('father_name')), { kinds: person }),
  identity('nationalCode', 'کد ملی', 'National code', askCode('national_code', checkNationalCode), { kinds: person }),
  identity('foreignCode', 'کد اتباع خارجی', 'Foreign code', askText(column('foreign_code')), { kinds: person }),
  identity('companyNationalId', 'شناسهٔ ملی', 'Company national ID', askCode('company_national_id', checkCompanyId), {
    kinds: organisation,
  }),
  identity('registrationNumber', 'شمارهٔ ثبت', 'Registration number', askText(column('registration_number')), { kinds: organisation }),
  identity('economicCode', 'کد اقتصادی', 'Economic code', askText(column('economic_code'))),
  identity('birthDate', 'تاریخ تولد', 'Birth date', askDay(column('birth_date')), { type: 'date', kinds: person }),
  identity('gender', 'جنسیت', 'Gender', askName(column('gender'), 'text'), { type: 'choice', kinds: person, choices: genderChoices }),
  identity('features', 'نشانه‌های ظاهری', 'Visible features', askText(column('features')), { type: 'long-text', kinds: person }),
  reached('mobile', 'phone', 'تلفن همراه', 'Mobile'),
  reached('phone', 'phone', 'تلفن ثابت', 'Phone'),
  reached('email', 'email', 'ایمیل', 'Email'),
  reached('address', 'address', 'نشانی', 'Address'),
  reached('social', 'text', 'شبکهٔ اجتماعی', 'Social account'),
  reached('fax', 'phone', 'نمابر', 'Fax'),
  reached('website', 'text', 'وبگاه', 'Website'),
  place('provinceId', 'province_id', 'استان', 'Province'),
  place('countyId', 'county_id', 'شهرستان', 'County'),
  place('cityId', 'city_id', 'شهر', 'City'),
  field('district', 'منطقه', 'District', {
    type: 'text',
    group: 'place',
    accessClass: classOfField('district'),
    ask: askText(column('district')),
  }),
  field('unitId', 'واحد', 'Unit', { type: 'unit', group: 'work', accessClass: 'public', ask: askUnit }),
  field('ownerId', 'مسئول', 'Owner', { type: 'person', group: 'work', accessClass: 'public', ask: askName(column('owner_id'), 'uuid') }),
  field('provisional', 'موقت', 'Provisional', {
    type: 'yes-no',
    group: 'state',
    accessClass: 'public',
    ask: askYesNo(column('provisional')),
    operators: ['equals'],
    ...reckoned,
  }),
  field('createdAt', 'تاریخ ثبت', 'Created', {
    type: 'moment',
    group: 'state',
    accessClass: 'public',
    ask: askMoment(column('created_at')),
    sortable: true,
    ...reckoned,
  }),
  field('lastContactAt', 'آخرین تماس', 'Last contact', {
    type: 'moment',
    group: 'state',
    accessClass: 'public',
    ask: askContact,
    sortable: true,
    ...reckoned,
  }),
  field('completeness', 'کامل بودن پرونده', 'Completeness', {
    type: 'number',
    group: 'state',
    accessClass: reckonedClass,
    ask: askNumber(column('completeness')),
    ...reckoned,
  }),
  field('trust', 'اعتماد به داده‌ها', 'Trust in the values', {
    type: 'number',
    group: 'state',
    accessClass: reckonedClass,
    ask: askNumber(column('trust')),
    ...reckoned,
  }),
]
