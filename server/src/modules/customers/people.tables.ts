import type { AccessClass, Condition, classMarks, customerKinds, RelationSide, TagGroup } from '@parvandeh/contract'
import type { ColumnType } from 'kysely'

/** What belongs to a file beside its fields, and the vocabularies of it. */
export interface PeopleTables {
  'customers.tag': {
    id: string
    name: string
    name_en: string | null
    name_key: string
    tag_group: TagGroup
    active: boolean
    merged_into: string | null
    version: number
  }
  'customers.file_tag': {
    customer_id: string
    id: string
    tag_id: string
    note: string | null
    access_class: AccessClass
    added_at: Date
    added_by: string | null
  }
  'customers.behaviour_note': {
    customer_id: string
    id: string
    body: string
    written_at: Date
    written_by: string | null
    changed_at: Date | null
    version: number
  }
  'customers.relation_kind': {
    id: string
    key: string | null
    a_fa: string
    a_en: string
    b_fa: string
    b_en: string
    a_kind: (typeof customerKinds)[number] | null
    b_kind: (typeof customerKinds)[number] | null
    kinship: boolean
    active: boolean
    version: number
  }
  'customers.relation': {
    customer_id: string
    id: string
    other_id: string
    kind_id: string
    side: RelationSide
    role: string | null
    started_on: string | null
    ended_on: string | null
    note: string | null
    version: number
    created_at: Date
    created_by: string | null
  }
  'customers.business': { customer_id: string; id: string; marketer_id: string | null; referrer: string | null; version: number }
  'customers.bank_account': {
    customer_id: string
    id: string
    kind: 'sheba' | 'card'
    value: string
    holder: string | null
    note: string | null
    is_primary: boolean
    reason: string | null
    added_at: Date
    added_by: string | null
    version: number
  }
  'customers.scheme': {
    id: string
    name: string
    name_en: string | null
    by_rule: boolean
    access_class: AccessClass
    active: boolean
    protected_reason: string | null
    version: number
  }
  'customers.scheme_class': {
    id: string
    scheme_id: string
    position: number
    name: string
    name_en: string | null
    mark: (typeof classMarks)[number]
    active: boolean
    condition: ColumnType<Condition | null, string | null, string | null>
  }
  'customers.file_class': {
    customer_id: string
    id: string
    scheme_id: string
    class_id: string
    access_class: AccessClass
    by_rule: boolean
    since: Date
    set_by: string | null
    reason: string | null
  }
  'customers.class_change': {
    customer_id: string
    id: string
    scheme_id: string
    from_class_id: string | null
    to_class_id: string | null
    access_class: AccessClass
    by_rule: boolean
    person_id: string | null
    reason: string | null
    at: Date
  }
  'customers.scheme_run': {
    scheme_id: string
    state: 'running' | 'done'
    after_id: string | null
    checked: number
    total: number
    changed: number
    started_at: Date
    ended_at: Date | null
  }
}
