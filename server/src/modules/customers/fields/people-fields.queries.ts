import { operatorsOf, tagGroupClasses, tagGroups } from '@parvandeh/contract'
import type { Leaf, TagGroup } from '@parvandeh/contract'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { readSchemes } from '../classes/schemes.queries.ts'
import type { Scheme } from '../classes/schemes.queries.ts'
import { manyOf, namesOf } from '../conditions/asks.queries.ts'
import { visibleFiles } from '../customers.access.ts'
import { idsOfRow, isAmong } from '../files/file-set.queries.ts'
import { readKinds } from '../relations/kinds.queries.ts'
import { relationsClass } from '../relations/relations.rules.ts'
import { readTags } from '../tags/tags.queries.ts'
import type { FileField } from './file-field.ts'

/** The group of fields that are kept beside those of the file itself. */
export const peopleGroups = [
  { key: 'tags', label: { fa: 'برچسب‌ها و رفتار', en: 'Tags and behaviour' } },
  { key: 'classes', label: { fa: 'رده‌بندی', en: 'Classification' } },
  { key: 'relations', label: { fa: 'رابطه‌ها و معرفی', en: 'Relations and referral' } },
]

/** What the keys of schemes begin with among the fields. */
export const classPrefix = 'class.'

/** What each group of tags is called. */
export const groupLabels: Record<TagGroup, { fa: string; en: string }> = {
  temperament: { fa: 'خلق‌وخو', en: 'Temperament' },
  tendency: { fa: 'گرایش', en: 'Tendency' },
  interest: { fa: 'علاقه', en: 'Interest' },
  taste: { fa: 'سلیقه', en: 'Taste' },
  activity: { fa: 'زمینهٔ فعالیت', en: 'Field of activity' },
  general: { fa: 'برچسب', en: 'Tag' },
}

const common = {
  kinds: ['person', 'organisation'] as FileField['kinds'],
  custom: false,
  sortable: false,
  importable: false,
  exportable: true,
}

/** Tags, classes, relations and who brought a customer, as fields; of the keys only, where these are given. */
export async function peopleFields(context: Pick<Context, 'tx'>, keys?: readonly string[]): Promise<FileField[]> {
  const asks = (prefix: string) => keys === undefined || keys.some((key) => key.startsWith(prefix))
  return [
    ...(asks('tags.') ? tagFields(keys === undefined ? await readTags(context, tagGroups) : []) : []),
    ...(asks(classPrefix) ? (await readSchemes(context, ['public', 'internal', 'sensitive', 'financial'])).map(classField) : []),
    ...(asks('relations') || asks('kinship') ? relationFields(keys === undefined ? await readKinds(context) : []) : []),
    ...(asks('marketerId') ? [marketerField] : []),
  ]
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(value)
const idsOf = (leaf: Leaf): string[] => manyOf(leaf).filter(isId)

function tagFields(tags: Awaited<ReturnType<typeof readTags>>): FileField[] {
  return tagGroups.map((group) => ({
    ...common,
    key: `tags.${group}`,
    type: 'choices',
    label: groupLabels[group],
    group: 'tags',
    accessClass: tagGroupClasses[group],
    choices: tags
      .filter((tag) => tag.group === group && tag.mergedInto === null)
      .map(({ id, name, nameEn }) => ({ key: id, label: { fa: name, en: nameEn ?? name } })),
    operators: [...operatorsOf.choices],
    ask: (leaf, { alias }) => askTags(group, leaf, sql.ref(`${alias}.customer_id`)),
  }))
}

/** A tag that was merged into another is that other, whichever of the two is asked for. */
function askTags(group: TagGroup, leaf: Leaf, file: RawBuilder<unknown>): RawBuilder<boolean> {
  const having = (which: RawBuilder<unknown>) =>
    isAmong(file, sql`select t.customer_id from customers.file_tag t join customers.tag g on g.id = t.tag_id where ${which}`)
  const inGroup = sql`g.tag_group = ${group}`
  if (leaf.is === 'filled') return having(inGroup)
  if (leaf.is === 'empty') return sql<boolean>`not ${having(inGroup)}`
  const named = (ids: readonly string[]) =>
    having(sql`${inGroup} and t.tag_id in (select k.id from customers.tag k where coalesce(k.merged_into, k.id) in
      (select coalesce(n.merged_into, n.id) from customers.tag n where n.id = any(${[...ids]}::uuid[])))`)
  const ids = idsOf(leaf)
  if (leaf.is === 'one-of') return named(ids)
  return ids.length === manyOf(leaf).length
    ? sql<boolean>`(${sql.join(
        ids.map((id) => named([id])),
        sql` and `,
      )})`
    : sql<boolean>`false`
}

const classField = ({ id, name, nameEn, accessClass, classes }: Scheme): FileField => ({
  ...common,
  key: `${classPrefix}${id}`,
  type: 'choice',
  label: { fa: name, en: nameEn ?? name },
  group: 'classes',
  accessClass,
  choices: classes.map((one) => ({ key: one.id, label: { fa: one.name, en: one.nameEn ?? one.name } })),
  operators: [...operatorsOf.choice],
  ask: (leaf, { alias }) => {
    const file = sql.ref(`${alias}.customer_id`)
    const which = leaf.is === 'filled' || leaf.is === 'empty' ? sql`true` : sql`k.class_id = any(${idsOf(leaf)}::uuid[])`
    // A class of what was merged counts where the file that is left has none.
    const isLeftOut = sql<boolean>`not exists (select from customers.file_class o where o.customer_id = m.merged_into and o.scheme_id = ${id})`
    const having = isAmong(file, sql`select k.customer_id from customers.file_class k where k.scheme_id = ${id} and ${which}`, isLeftOut)
    return leaf.is === 'empty' ? sql<boolean>`not ${having}` : having
  },
})

/** A relation to a file out of the asker's sight is none. Kinship is a field by itself, since not everything may follow from it. */
function relationFields(kinds: Awaited<ReturnType<typeof readKinds>>): FileField[] {
  const one = (key: string, kinship: boolean, fa: string, en: string): FileField => ({
    ...common,
    key,
    type: 'choices',
    label: { fa, en },
    group: 'relations',
    accessClass: relationsClass,
    choices: kinds
      .filter((kind) => kind.kinship === kinship)
      .map(({ id, aFa, aEn, bFa, bEn }) => ({
        key: id,
        label: { fa: aFa === bFa ? aFa : `${aFa} / ${bFa}`, en: aEn === bEn ? aEn : `${aEn} / ${bEn}` },
      })),
    exportable: false,
    operators: ['one-of', 'filled', 'empty'],
    ask: (leaf, { actor, alias }) => {
      const which = leaf.is === 'one-of' ? sql`r.kind_id = any(${idsOf(leaf)}::uuid[])` : sql`true`
      const having = sql<boolean>`exists (select from customers.relation r join customers.relation_kind k on k.id = r.kind_id
        join customers.customer other on other.customer_id = r.other_id
        join customers.customer across on across.customer_id = coalesce(other.merged_into, other.customer_id)
          and across.customer_id <> ${sql.ref(`${alias}.customer_id`)}
        where r.customer_id = any(${idsOfRow(alias)}) and k.kinship = ${kinship} and r.ended_on is null and ${which}
          and ${visibleFiles(actor, 'customers.read', 'across')})`
      return leaf.is === 'empty' ? sql<boolean>`not ${having}` : having
    },
  })
  return [one('relations', false, 'رابطه', 'Relation'), one('kinship', true, 'خویشاوندی', 'Kinship')]
}

const marketerField: FileField = {
  ...common,
  key: 'marketerId',
  type: 'person',
  label: { fa: 'بازاریاب', en: 'Marketer' },
  group: 'relations',
  accessClass: 'internal',
  choices: null,
  operators: [...operatorsOf.person],
  ask: (leaf, asking) => {
    const which =
      leaf.is === 'filled' || leaf.is === 'empty'
        ? sql`b.marketer_id is not null`
        : sql`b.marketer_id = any(${namesOf(leaf, asking)}::uuid[])`
    const having = isAmong(sql.ref(`${asking.alias}.customer_id`), sql`select b.customer_id from customers.business b where ${which}`)
    return leaf.is === 'empty' ? sql<boolean>`not ${having}` : having
  },
}
