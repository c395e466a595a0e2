import { fieldKeptDays } from '@parvandeh/contract'
import type { AnswerOf, CustomField, contract } from '@parvandeh/contract'
import type { FieldRow } from '../customers.tables.ts'

type Removed = AnswerOf<typeof contract.customFields.list>['removed'][number]

/** A field as those who manage fields see it. */
export const presentField = (row: FieldRow): CustomField => ({
  id: row.id,
  key: row.key,
  type: row.type,
  label: { fa: row.label_fa, en: row.label_en },
  help: { fa: row.help_fa, en: row.help_en },
  groupId: row.group_id,
  kinds: row.kinds,
  accessClass: row.access_class,
  required: row.required,
  unique: row.is_unique,
  searchable: row.searchable,
  filtered: row.filtered,
  choices: row.choices,
  rules: { least: row.rules.least ?? null, most: row.rules.most ?? null, pattern: row.rules.pattern ?? null },
  visibleWhen: row.visible_when === null ? null : { ...row.visible_when },
  version: row.version,
  updatedAt: row.updated_at.toISOString(),
  work: row.work_state === 'working' ? { done: row.work_done, total: row.work_total } : null,
})

export const presentRemoved = (row: FieldRow & { removed_at: Date }): Removed => ({
  ...presentField(row),
  removedAt: row.removed_at.toISOString(),
  restorableUntil: new Date(row.removed_at.getTime() + fieldKeptDays * 86_400_000).toISOString(),
})

export const presentGroup = (row: { id: string; label_fa: string; label_en: string | null; version: number }) => ({
  id: row.id,
  label: { fa: row.label_fa, en: row.label_en },
  version: row.version,
})
