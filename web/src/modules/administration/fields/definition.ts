import type { Condition, CustomField } from '@parvandeh/contract'
import type { Definition } from './field.types.ts'

/** A field of which nothing is said yet. */
export const emptyDefinition = (groupId: string): Definition => ({
  key: '',
  type: 'text',
  label: { fa: '', en: null },
  help: { fa: null, en: null },
  groupId,
  kinds: ['person', 'organisation'],
  accessClass: 'internal',
  required: false,
  unique: false,
  searchable: false,
  filtered: false,
  choices: [],
  rules: { least: null, most: null, pattern: null },
  visibleWhen: null,
})

/** The definition of a field that is there. */
export function definitionOf(field: CustomField): Definition {
  const { id: _id, version: _version, updatedAt: _at, work: _work, visibleWhen, ...definition } = field
  return { ...definition, visibleWhen: visibleWhen as Condition | null }
}

/** Choices without the lines that were left empty. */
export const choicesToSend = (choices: Definition['choices']): Definition['choices'] =>
  choices.filter(({ label }) => label.fa.trim() !== '')
