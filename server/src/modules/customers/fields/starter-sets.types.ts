import type { CustomFieldType } from '@parvandeh/contract'
import type { CustomerKind } from '../customers.tables.ts'

export interface Words {
  fa: string
  en: string
}

/** A field of a starter set; what is left out is as it is for most. */
export interface StarterField {
  key: string
  type: CustomFieldType
  label: Words
  help?: Words
  kinds?: CustomerKind[]
  choices?: Words[]
  accessClass?: 'public' | 'internal' | 'sensitive' | 'financial'
  searchable?: boolean
  filtered?: boolean
  pattern?: string
  least?: number
  most?: number
  visibleWhen?: { field: string; is: 'equals' | 'one-of' | 'filled'; value?: string | boolean | string[] }
}

export interface StarterSet {
  label: Words
  group: Words
  fields: StarterField[]
}

export const word = (fa: string, en: string): Words => ({ fa, en })
export const organisation: CustomerKind[] = ['organisation']
export const person: CustomerKind[] = ['person']
