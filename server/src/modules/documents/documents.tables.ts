import type { AccessClass } from '@parvandeh/contract'

export interface DocumentsTables {
  'documents.document': {
    customer_id: string
    id: string
    sha256: string
    name: string
    media_type: string
    bytes: number
    title: string | null
    access_class: AccessClass
    unit_id: string | null
    owner_id: string | null
    added_by: string | null
    added_at: Date
    found_spaced: string
    found_joined: string
  }
}
