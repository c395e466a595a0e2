export interface CatalogueTables {
  'catalogue.product': {
    id: string
    name: string
    name_key: string
    code: string | null
    code_key: string | null
    active: boolean
    version: number
    created_at: Date
  }
  'catalogue.topic': {
    id: string
    name: string
    name_key: string
    parent_id: string | null
    active: boolean
    version: number
    created_at: Date
  }
}
