import type { BodyOf, contract } from '@parvandeh/contract'
import type { FieldChoice, FieldRow, FieldRules } from '../customers.tables.ts'

type Add = BodyOf<typeof contract.customFields.add>
export type Definition = Omit<Add, 'key' | 'type'>

const texts = new Set<FieldRow['type']>(['text', 'long-text', 'email', 'address'])
const numbers = new Set<FieldRow['type']>(['number', 'money'])
const searched = new Set<FieldRow['type']>(['text', 'long-text', 'email', 'address', 'phone', 'number', 'choice', 'choices'])
const chosen = new Set<FieldRow['type']>(['choice', 'choices'])
const never = new Set<FieldRow['type']>(['file', 'choices', 'yes-no', 'long-text', 'choice'])

/** What can be said of a field of this type; what cannot is left aside, as a form leaves it out. */
export function lawful(type: FieldRow['type'], given: Definition): Definition {
  const { least, most, pattern } = given.rules
  const bounded = texts.has(type) || numbers.has(type)
  return {
    ...given,
    unique: given.unique && !never.has(type),
    searchable: given.searchable && searched.has(type),
    filtered: given.filtered && type !== 'file',
    choices: chosen.has(type) ? given.choices : [],
    rules: { least: bounded ? least : null, most: bounded ? most : null, pattern: type === 'text' ? pattern : null },
  }
}

/** The columns of a definition. */
export const definitionColumns = (given: Definition, choices: readonly FieldChoice[]) => ({
  label_fa: given.label.fa,
  label_en: given.label.en,
  help_fa: given.help.fa,
  help_en: given.help.en,
  group_id: given.groupId,
  kinds: [...new Set(given.kinds)],
  access_class: given.accessClass,
  required: given.required,
  is_unique: given.unique,
  searchable: given.searchable,
  filtered: given.filtered,
  choices: JSON.stringify(choices),
  rules: JSON.stringify(rulesOf(given)),
  visible_when: given.visibleWhen === null ? null : JSON.stringify(given.visibleWhen),
})

function rulesOf({ rules: { least, most, pattern } }: Definition): FieldRules {
  return { ...(least !== null && { least }), ...(most !== null && { most }), ...(pattern && { pattern }) }
}

/**
 * Choices with their keys: a new one gets the next number, and one that was there before and is named no more is kept
 * as retired, since files hold it.
 */
export function choicesOf(given: Definition['choices'], before: readonly FieldChoice[]): FieldChoice[] {
  let next = Math.max(0, ...before.map(({ key }) => Number(/^c(\d+)$/u.exec(key)?.[1] ?? 0)))
  const known = new Set(before.map(({ key }) => key))
  const taken = new Set<string>()
  const named = given.map(({ key, label, retired }) => {
    const kept = key !== undefined && !taken.has(key) && (known.has(key) || before.length === 0) ? key : `c${(next += 1)}`
    taken.add(kept)
    return { key: kept, label, retired }
  })
  return [...named, ...before.filter(({ key }) => !taken.has(key)).map((choice) => ({ ...choice, retired: true }))]
}

/** A key made of an English name; nothing where there are no letters in it. */
export function keyFrom(name: string | null): string | undefined {
  const words = (name ?? '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '_')
    .replaceAll(/^[_0-9]+|_+$/gu, '')
    .slice(0, 24)
  return words === '' ? undefined : words
}

/** Whether files must be walked: what search and filters know of the field does not fit the new definition. */
export const asksWork = (before: FieldRow, after: Definition, choices: readonly FieldChoice[]): boolean =>
  before.searchable !== after.searchable ||
  before.filtered !== after.filtered ||
  (after.searchable && JSON.stringify(before.choices.map(({ label }) => label.fa)) !== JSON.stringify(choices.map(({ label }) => label.fa)))
