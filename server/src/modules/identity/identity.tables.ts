import type { AccessClass, NoticeChannel, NoticeKind, Permission, Scope } from '@parvandeh/contract'
import type { Generated, JSONColumnType } from 'kysely'
import type { AuthTables } from './auth.tables.ts'
import type { SecondFactorPolicy } from './second-factor/policy.rules.ts'

export interface IdentityTables extends AuthTables {
  'identity.organisation': {
    id: number
    name: string
    zone: string
    currency: 'rial' | 'toman'
    demo: boolean
    created_at: Date
    second_factor: Generated<SecondFactorPolicy>
  }
  'identity.branch': { id: string; name: string }
  'identity.unit': { id: string; name: string; parent_id: string | null; branch_id: string | null; version: Generated<number> }
  'identity.unit_ancestor': { unit_id: string; ancestor_id: string; depth: number }
  'identity.person': {
    id: string
    user_id: string | null
    name: string
    name_spaced: string
    name_joined: string
    username: string | null
    email: string | null
    unit_id: string | null
    active: boolean
    external_key: string | null
    created_at: Date
    version: Generated<number>
    password_due: Generated<boolean>
  }
  'identity.role': {
    id: string
    name: string
    built_in: boolean
    grants: JSONColumnType<Partial<Record<Permission, Scope>>>
    field_classes: AccessClass[]
    version: Generated<number>
  }
  'identity.person_role': { person_id: string; role_id: string }
  'identity.access_token': {
    id: string
    person_id: string
    name: string
    sha256: string
    created_at: Date
    expires_at: Date | null
    last_used_at: Date | null
    revoked_at: Date | null
  }
  'identity.used_code': { person_id: string; sha256: string; used_at: Date }
  'identity.sign_in_failure': { login: string; failures: number; locked_until: Date }
  'identity.audit_entry': {
    id: string
    at: Date
    actor_kind: string
    actor_id: string | null
    action: string
    subject_type: string
    subject_id: string | null
    customer_id: string | null
    before: JSONColumnType<object | null> | null
    after: JSONColumnType<object | null> | null
    address: string | null
  }
  'identity.calendar_rule': {
    id: string
    owner_kind: OwnerKind
    owner_id: string | null
    valid_from: string
    valid_to: string | null
    week: JSONColumnType<{ from: string; to: string }[][]>
  }
  'identity.calendar_exception': {
    id: string
    owner_kind: OwnerKind
    owner_id: string | null
    day: string
    kind: 'holiday' | 'closure' | 'half-day' | 'working-day'
    name: string
    intervals: JSONColumnType<{ from: string; to: string }[]> | null
    certain: boolean
  }
  'identity.calendar_version': { id: number; version: string }
  'identity.leave': { id: string; person_id: string; starts_at: Date; ends_at: Date; note: string }
  'identity.notification': {
    id: string
    person_id: string
    kind: string
    at: Date
    times: number
    by_person_id: string | null
    permission: string
    unit_id: string | null
    owner_id: string | null
    subject_type: string
    subject_id: string
    label: string
    title: string | null
    title_class: string
    outcome: string | null
    /** Whose file it tells of. */
    customer_id: string | null
    read_at: Date | null
  }
  'identity.notification_setting': {
    person_id: string
    channels: JSONColumnType<Record<NoticeKind, NoticeChannel[]>>
    quiet: 'never' | 'outside-work' | 'hours'
    quiet_from: string
    quiet_to: string
    paused_until: Date | null
  }
}

type OwnerKind = 'organisation' | 'branch' | 'unit'
