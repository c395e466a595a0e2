import type {
  AccessClass,
  Condition,
  CustomFieldType,
  Erasure,
  ErasureCertificate,
  Permission,
  Segment,
  SourceKind,
  customerKinds,
  accessKinds,
  genders,
  socialNetworks,
} from '@parvandeh/contract'
import type { ConsentFacts } from './files/file.types.ts'
import type { PeopleTables } from './people.tables.ts'
import type { DuplicateTables } from './duplicates/duplicates.tables.ts'
import type { ColumnType, Generated, Insertable, JSONColumnType, Selectable } from 'kysely'

export type CustomerKind = (typeof customerKinds)[number]
type AccessKind = (typeof accessKinds)[number]

/** Minus infinity comes back as a number: there was no contact yet. */
type ContactMoment = ColumnType<Date | number, Date | string, Date | string>

/** One of what can be chosen; what is retired stays where it was chosen and is offered no more. */
export interface FieldChoice {
  key: string
  label: { fa: string; en: string | null }
  retired: boolean
}

/** Bounds of a value: characters of a text, or the number itself. */
export interface FieldRules {
  least?: number
  most?: number
  pattern?: string
}

interface PlaceColumns {
  id: number
  name: string
  edited: Generated<boolean>
  closed: Generated<boolean>
}

export interface CustomersTables extends PeopleTables, DuplicateTables {
  'customers.province': PlaceColumns
  'customers.county': PlaceColumns & { province_id: number }
  'customers.city': PlaceColumns & { county_id: number }
  'customers.customer': {
    customer_id: string
    code: string
    kind: CustomerKind
    first_name: string | null
    last_name: string | null
    father_name: string | null
    organisation_name: string | null
    national_code: string | null
    foreign_code: string | null
    company_national_id: string | null
    registration_number: string | null
    economic_code: string | null
    province_id: number | null
    county_id: number | null
    city_id: number | null
    district: string | null
    birth_date: string | null
    gender: (typeof genders)[number] | null
    features: string | null
    photo_id: string | null
    display_name: string
    sort_name: string
    name_joined: string
    main_phone: string | null
    unit_id: string | null
    owner_id: string | null
    provisional: boolean
    accepted_problems: JSONColumnType<Record<string, string>>
    last_contact_at: ContactMoment
    /** Values of the organisation's own fields, by their keys. */
    custom: ColumnType<Record<string, string | number | boolean | string[]>, string | undefined, string>
    /** The file that this one was merged into; it is read together with it. */
    merged_into: string | null
    deleted_at: Date | null
    removed_by: string | null
    removal_reason: string | null
    /** Nothing is left of whom the file was about. */
    erased_at: Date | null
    /** Merged or deleted: in no list, and found by nothing. */
    gone: Generated<boolean>
    /** Between 0 and 1; null where it has not been reckoned yet. */
    trust: number | null
    completeness: number | null
    /** Where the file, and what has not changed in it since, comes from; null for files older than this was kept. */
    source_kind: SourceKind | null
    source_id: string | null
    source_row: number | null
    source_confidence: number | null
    created_by: string | null
    version: number
    created_at: Date
    updated_at: Date
  }
  'customers.erasure': {
    customer_id: string
    id: string
    code: string
    state: Erasure['state']
    basis: Erasure['basis']
    reference: string
    asked_by: string | null
    asked_at: Date
    due_at: Date
    called_off_by: string | null
    called_off_at: Date | null
    done_at: Date | null
    certificate: JSONColumnType<ErasureCertificate> | null
  }
  'customers.access_point': {
    customer_id: string
    id: string
    position: number
    kind: AccessKind
    value: string
    digits: string | null
    phone_tail: string | null
    label: string | null
    preferred_hours: string | null
    is_primary: boolean
    verified: boolean
    consents: JSONColumnType<Partial<Record<string, boolean>>>
    postal_code: string | null
    city_id: number | null
    network: (typeof socialNetworks)[number] | null
    verified_at: ColumnType<Date | null, Date | string | null, Date | string | null>
    verified_by: string | null
    consent_facts: JSONColumnType<ConsentFacts>
  }
  'customers.identifier': { kind: 'code' | 'external'; value: string; customer_id: string }
  'customers.field_group': { id: string; label_fa: string; label_en: string | null; position: number; version: number }
  'customers.field': {
    id: string
    key: string
    type: CustomFieldType
    group_id: string
    position: number
    label_fa: string
    label_en: string | null
    help_fa: string | null
    help_en: string | null
    kinds: CustomerKind[]
    access_class: AccessClass
    required: boolean
    is_unique: boolean
    searchable: boolean
    filtered: boolean
    work_state: 'ready' | 'working'
    work_after: string | null
    work_done: number
    work_total: number
    choices: JSONColumnType<FieldChoice[]>
    rules: JSONColumnType<FieldRules>
    visible_when: ColumnType<Condition | null, string | null, string | null>
    version: number
    created_at: Date
    updated_at: Date
    removed_at: Date | null
    removed_by: string | null
  }
  'customers.field_value': {
    customer_id: string
    id: string
    field_id: string
    value: ColumnType<unknown, string, string>
    folded: string | null
    sort_text: string | null
  }
  'customers.unique_value': { field_id: string; value: string; customer_id: string }
  'customers.segment': {
    id: string
    owner_id: string
    name: string
    name_joined: string
    description: string
    audience: Segment['audience']
    condition: ColumnType<Condition | null, string | null, string | null>
    fields: string[]
    version: number
    created_at: Date
    updated_at: Date
    removed_at: Date | null
  }
  'customers.programme': {
    id: string
    name: string
    note: string
    fields: ColumnType<{ key: string; minutes: number | null }[], string, string>
    segment_id: string | null
    until: string
    people: string[]
    units: string[]
    closed: boolean
    created_by: string | null
    created_at: Date
    version: number
  }
  'customers.search_row': {
    customer_id: string
    id: string
    source: string
    label: string
    spaced: string
    joined: string
    /** How its words sound, where it has any: what a slip of the hand is looked up by. */
    sounds: string[] | null
    unit_id: string | null
    owner_id: string | null
    access_class: AccessClass | `x.${string}`
    /** That of a file merged into this one, whose row it was. */
    merged_id: ColumnType<string | null, string | null | undefined, string | null>
  }
  'customers.timeline_entry': {
    customer_id: string
    id: string
    at: Date
    kind: string
    permission: Permission
    person_id: string | null
    unit_id: string | null
    owner_id: string | null
    access_class: AccessClass
    subject_type: string
    subject_id: string
    subject_version: number
    facts: JSONColumnType<Record<string, string | number | boolean | null>>
  }
}

export type CustomerRow = Selectable<CustomersTables['customers.customer']>
export type AccessPointRow = Selectable<CustomersTables['customers.access_point']>
export type NewAccessPoint = Insertable<CustomersTables['customers.access_point']>
export type FieldRow = Selectable<CustomersTables['customers.field']>
