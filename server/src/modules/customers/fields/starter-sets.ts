import { trades } from '@parvandeh/contract'
import type { AnswerOf, Condition, Trade, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { addGroup } from './arrange-fields.ts'
import { addField } from './define-field.ts'
import { readGroups, takenKeys } from './fields.queries.ts'
import { starterSets } from './starter-sets.data.ts'
import type { StarterField } from './starter-sets.types.ts'

type Routes = typeof contract.customFields

/** The sets of the trades, with which of their fields are there already. */
export async function showStarterSets(context: Context): Promise<AnswerOf<Routes['starterSets']>> {
  const taken = await takenKeys(context)
  return {
    sets: trades.map((trade) => ({
      trade,
      label: starterSets[trade].label,
      fields: starterSets[trade].fields.map(({ key, label, type }) => ({ key, label, type, present: taken.has(key) })),
    })),
  }
}

/** Adds what a trade usually asks for; fields whose key is there already are left as they are. */
export async function applyStarterSet(context: Context, trade: Trade): Promise<{ added: number }> {
  const { group, fields } = starterSets[trade]
  const taken = await takenKeys(context)
  const missing = fields.filter(({ key }) => !taken.has(key))
  if (missing.length === 0) return { added: 0 }
  const present = (await readGroups(context)).find(({ label_fa: fa }) => fa === group.fa)
  const groupId = present?.id ?? (await addGroup(context, { label: group })).id
  for (const field of missing) await addField(context, definitionOf(field, groupId))
  return { added: missing.length }
}

const definitionOf = (field: StarterField, groupId: string): Parameters<typeof addField>[1] => ({
  key: field.key,
  type: field.type,
  label: field.label,
  help: { fa: field.help?.fa ?? null, en: field.help?.en ?? null },
  groupId,
  kinds: field.kinds ?? ['person', 'organisation'],
  accessClass: field.accessClass ?? 'internal',
  required: false,
  unique: false,
  searchable: field.searchable ?? false,
  filtered: field.filtered ?? false,
  choices: (field.choices ?? []).map((label) => ({ label, retired: false })),
  rules: { least: field.least ?? null, most: field.most ?? null, pattern: field.pattern ?? null },
  visibleWhen: (field.visibleWhen as Condition | undefined) ?? null,
})
