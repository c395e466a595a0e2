import type { ImportResult, RequestMapping, importStates } from '@parvandeh/contract'
import type { ColumnType, JSONColumnType } from 'kysely'
import type { ParsedRow } from './imports/mapping/parse-row.rules.ts'
import type { RowFault } from './imports/mapping/row-faults.rules.ts'

export type ImportState = (typeof importStates)[number]

/** Why an import stands still. */
export interface ImportFailure {
  code: string
  fa: string
  en: string
}

type Json<T> = ColumnType<T | null, string | null, string | null>

export interface ImportTable {
  id: string
  file_name: string
  sha256: string
  bytes: number
  state: ImportState
  mapping: Json<RequestMapping>
  mapping_name: string | null
  staged_to: number
  staged: boolean
  rows_read: number
  rows_known: number
  rows_refused: number
  rows_loaded: number
  requests_loaded: number
  progress: number | null
  result: Json<ImportResult>
  failure: Json<ImportFailure>
  unit_id: string | null
  owner_id: string | null
  created_at: Date
  started_at: Date | null
  finished_at: Date | null
}

export interface IntegrationsTables {
  'integrations.import': ImportTable
  'integrations.import_row': {
    import_id: string
    number: number
    line: number
    row_key: string | null
    known: boolean
    ticket: string | null
    at: Date | null
    cells: Json<ParsedRow>
    problems: Json<RowFault[]>
  }
  'integrations.import_key': { source: string; row_key: string }
  'integrations.import_mapping': {
    id: string
    name: string
    mapping: JSONColumnType<RequestMapping>
    saved_at: Date
    saved_by: string | null
  }
}
