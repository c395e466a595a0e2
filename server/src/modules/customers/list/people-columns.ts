import { tagGroupClasses, tagGroups } from '@parvandeh/contract'
import { lastFour } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import type { ExportColumn } from '../../../platform/http/export-table.ts'
import { readFileTags } from '../behaviour/behaviour.queries.ts'
import { readAccountsOf, readBusinessOf } from '../business/business.queries.ts'
import { accountClass, businessClass } from '../business/show-business.ts'
import { readClasses } from '../classes/file-classes.queries.ts'
import { readSchemes } from '../classes/schemes.queries.ts'
import { classPrefix, groupLabels } from '../fields/people-fields.queries.ts'

/** What the export has of a file beside its fields. */
export interface PeopleOfFile {
  tags: Awaited<ReturnType<typeof readFileTags>>
  classes: Awaited<ReturnType<typeof readClasses>>
  accounts: Awaited<ReturnType<typeof readAccountsOf>>
  business: Awaited<ReturnType<typeof readBusinessOf>>[number] | undefined
}

type Column = ExportColumn<{ people: PeopleOfFile; nameOf: (personId: string | null | undefined) => string | null }>

/** What is kept of some hundreds of files, of classes that the actor may read. */
export async function readPeopleOf(context: Context, ids: readonly string[]): Promise<Map<string, PeopleOfFile>> {
  const of = <T extends { customerId: string }>(rows: readonly T[]) => Map.groupBy(rows, ({ customerId }) => customerId)
  const [tags, classes] = [of(await readFileTags(context, ids)), of(await readClasses(context, ids))]
  const accounts = of(context.actor.fieldClasses.has(accountClass) ? await readAccountsOf(context, ids) : [])
  const business = of(await readBusinessOf(context, ids))
  return new Map(
    ids.map((id) => [
      id,
      { tags: tags.get(id) ?? [], classes: classes.get(id) ?? [], accounts: accounts.get(id) ?? [], business: business.get(id)?.[0] },
    ]),
  )
}

/** Columns of tags by their groups, of the class in each scheme, of who brought the customer, and of accounts by their last digits. */
export async function peopleColumns(context: Context): Promise<Column[]> {
  const schemes = (await readSchemes(context, ['public', 'internal', 'sensitive', 'financial'])).filter(({ active }) => active)
  const tags = tagGroups.map((group): Column => ({
    key: `tags.${group}`,
    header: groupLabels[group],
    accessClass: tagGroupClasses[group],
    cell: ({ people }, locale) =>
      people.tags
        .filter((tag) => tag.group === group)
        .map(({ name, nameEn }) => (locale === 'en' ? (nameEn ?? name) : name))
        .join(locale === 'fa' ? '، ' : ', '),
  }))
  const classes = schemes.map((scheme): Column => ({
    key: `${classPrefix}${scheme.id}`,
    header: { fa: scheme.name, en: scheme.nameEn ?? scheme.name },
    accessClass: scheme.accessClass,
    cell: ({ people }, locale) => {
      const held = people.classes.find(({ schemeId }) => schemeId === scheme.id)
      const found = scheme.classes.find(({ id }) => id === held?.classId)
      return found ? (locale === 'en' ? (found.nameEn ?? found.name) : found.name) : null
    },
  }))
  return [...tags, ...classes, ...businessColumns]
}

const businessColumns: readonly Column[] = [
  {
    key: 'marketerId',
    header: { fa: 'بازاریاب', en: 'Marketer' },
    accessClass: businessClass,
    cell: ({ people, nameOf }) => nameOf(people.business?.marketerId),
  },
  {
    key: 'referrer',
    header: { fa: 'معرف', en: 'Referrer' },
    accessClass: businessClass,
    cell: ({ people }) => people.business?.referrer ?? null,
  },
  {
    key: 'bankAccounts',
    header: { fa: 'حساب‌های بانکی (چهار رقم آخر)', en: 'Bank accounts (last four digits)' },
    accessClass: accountClass,
    cell: ({ people }) => people.accounts.map(({ value }) => lastFour(value)).join(' ؛ '),
  },
]
