import type { ChequeState, EntryKind, payMethods } from '@parvandeh/contract'

export type PayMethod = (typeof payMethods)[number]

export interface SalesTables {
  'sales.entry': {
    customer_id: string
    id: string
    kind: EntryKind
    number: string
    day: string
    due_day: string | null
    description: string
    amount: number
    effect: number
    method: PayMethod | null
    reference: string
    instalment_id: string | null
    source: 'hand' | 'machine' | 'import'
    import_id: string | null
    recorded_at: Date
    recorded_by: string | null
    voided_at: Date | null
    voided_by: string | null
    void_reason: string | null
    version: number
  }
  'sales.invoice_line': {
    customer_id: string
    id: string
    entry_id: string
    position: number
    product_id: string | null
    title: string
    quantity: number
    unit_price: number
    discount: number
    tax: number
    total: number
  }
  'sales.cheque': {
    customer_id: string
    id: string
    serial: string
    sayad_id: string | null
    bank: string
    branch: string
    holder: string
    amount: number
    due_day: string
    state: ChequeState
    state_day: string
    voided: boolean
    unit_id: string | null
    owner_id: string | null
  }
  'sales.cheque_event': {
    customer_id: string
    id: string
    cheque_id: string
    state: ChequeState
    day: string
    note: string
    at: Date
    person_id: string | null
  }
  'sales.instalment': { customer_id: string; id: string; entry_id: string; due_day: string; amount: number }
  'sales.account': {
    customer_id: string
    id: string
    balance: number
    credit_limit: number | null
    arrears: number
    next_due_day: string | null
    open_cheques: number
    last_purchase_day: string | null
    last_purchase: number | null
    entries: number
    unit_id: string | null
    owner_id: string | null
    version: number
    updated_at: Date
  }
  'sales.entry_by_number': { kind: string; value: string; customer_id: string; entry_id: string }
}
