import type { ListName, SavedView } from '@parvandeh/contract'
import type { JSONColumnType } from 'kysely'

export interface ViewsTables {
  'identity.saved_view': {
    id: string
    owner_id: string
    list: ListName
    name: string
    name_joined: string
    audience: SavedView['audience']
    search: JSONColumnType<SavedView['search']>
    columns: JSONColumnType<SavedView['columns']>
    group_by: string | null
    version: number
    updated_at: Date
    removed_at: Date | null
  }
  'identity.default_view': { person_id: string; list: ListName; view_id: string }
  'identity.person': { id: string; name: string; unit_id: string | null }
}
