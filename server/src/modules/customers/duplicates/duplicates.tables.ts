import type { DuplicateReason } from '@parvandeh/contract'
import type { JSONColumnType, Selectable } from 'kysely'
import type { AccessPoint } from '../files/file.types.ts'

export interface DuplicateTables {
  'customers.duplicate_pair': {
    customer_id: string
    id: string
    other_id: string
    /** Of ten thousand. */
    score: number
    plain_score: number
    reasons: DuplicateReason[]
    state: 'open' | 'not-duplicates'
    shared_keys: string[]
    decided_keys: string[] | null
    decided_by: string | null
    decided_at: Date | null
    found_at: Date
    compared_at: Date
    /** Those of the first file. */
    unit_id: string | null
    owner_id: string | null
  }
  'customers.merge': {
    customer_id: string
    id: string
    merged_id: string
    at: Date
    by: string | null
    undo_until: Date
    before: JSONColumnType<Record<string, unknown>>
    after: JSONColumnType<Record<string, unknown>>
    points: JSONColumnType<AccessPoint[]>
    search_rows: JSONColumnType<Record<string, unknown>[]>
    carried: string[]
  }
  'customers.duplicate_scan': {
    id: string
    state: 'working' | 'paused' | 'done'
    started_at: Date
    started_by: string | null
    finished_at: Date | null
    keys_until: string | null
    keys_done: boolean
    files: number
    files_done: number
    parts: number
    parts_done: number
    compared: number
    found: number
  }
  'customers.duplicate_settings': { id: number; threshold: number; automatic: boolean }
}

export type ScanRow = Selectable<DuplicateTables['customers.duplicate_scan']>
export type MergeRow = Selectable<DuplicateTables['customers.merge']>
