import type {
  BodyOf,
  contract,
  CustomerCounts,
  CustomerExportFormat,
  CustomerMapping,
  exportStates,
  ImportResult,
  LedgerCounts,
  LedgerMapping,
  RequestMapping,
  importKinds,
  importStates,
  undoCounts,
} from '@parvandeh/contract'
import type { ColumnType, JSONColumnType } from 'kysely'
import type { z } from 'zod'
import type { FileRecord } from '../customers/index.ts'
import type { ParsedRow } from './imports/mapping/parse-row.rules.ts'
import type { RowFault } from './imports/mapping/row-faults.rules.ts'

export type ImportState = (typeof importStates)[number]
export type ImportKind = (typeof importKinds)[number]
export type UndoCounts = z.infer<typeof undoCounts>

/** Why an import stands still. */
export interface ImportFailure {
  code: string
  fa: string
  en: string
}

type ExportFilters = BodyOf<typeof contract.exports.start>['filters']
type FileChange = NonNullable<FileRecord['change']>
type Json<T> = ColumnType<T | null, string | null, string | null>

export interface ImportTable {
  id: string
  kind: ImportKind
  file_name: string
  sha256: string
  bytes: number
  state: ImportState
  mapping: Json<RequestMapping | CustomerMapping | LedgerMapping>
  mapping_name: string | null
  staged_to: number
  staged: boolean
  rows_read: number
  rows_known: number
  rows_refused: number
  rows_loaded: number
  requests_loaded: number
  progress: number | null
  result: Json<ImportResult | CustomerCounts | LedgerCounts>
  trial: Json<CustomerCounts | LedgerCounts>
  undone: Json<UndoCounts>
  /** What is gone on with when it is resumed. */
  step: ImportState | null
  failure: Json<ImportFailure>
  unit_id: string | null
  owner_id: string | null
  created_at: Date
  started_at: Date | null
  finished_at: Date | null
}

export interface ExportTable {
  id: string
  list: 'customers'
  format: CustomerExportFormat
  filters: JSONColumnType<ExportFilters>
  columns: JSONColumnType<string[]>
  locale: 'fa' | 'en'
  state: (typeof exportStates)[number]
  rows_written: number
  total: number | null
  file_name: string | null
  media_type: string | null
  sha256: string | null
  bytes: ColumnType<string | number | null, number | null | undefined, number | null>
  file_key: Buffer | null
  failure: Json<ImportFailure>
  person_id: string
  created_at: Date
  finished_at: Date | null
  expires_at: Date | null
}

export interface IntegrationsTables {
  'integrations.export': ExportTable
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
  'integrations.import_file': {
    import_id: string
    number: number
    customer_id: string
    made: boolean
    version: number
    change: Json<FileChange>
    external: string | null
  }
  'integrations.import_key': { source: string; row_key: string }
  'integrations.import_mapping': {
    id: string
    kind: ImportKind
    name: string
    signature: string | null
    mapping: JSONColumnType<RequestMapping | CustomerMapping | LedgerMapping>
    saved_at: Date
    saved_by: string | null
  }
}
