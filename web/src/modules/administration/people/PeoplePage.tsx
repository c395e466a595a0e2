import { peopleRoutes } from '@parvandeh/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { addressOf } from '../../../api/call.ts'
import { pages } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import type { Filter } from '../../../lists/filter.ts'
import { withoutParts } from '../../../lists/list-search.ts'
import { RecordList } from '../../../lists/RecordList.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { usePeopleWords } from './messages.ts'
import { usePeopleColumns } from './people-columns.tsx'
import type { PeopleSearch, Person } from './person.types.ts'
import { PersonPanel } from './PersonPanel.tsx'

/** Colleagues: found by name or unit, added, changed, given a password. */
export function PeoplePage() {
  const words = usePeopleWords()
  const [edited, setEdited] = useState<Person | 'new' | null>(null)
  return (
    <SettingsFrame
      section="people"
      actions={
        <Button variant="primary" icon={<UserPlus size={17} />} onPress={() => setEdited('new')}>
          {words.add}
        </Button>
      }
    >
      <PeopleList onOpen={setEdited} />
      {edited !== null && <PersonPanel person={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </SettingsFrame>
  )
}

function PeopleList({ onOpen }: { onOpen: (person: Person) => void }) {
  const words = usePeopleWords()
  const columns = usePeopleColumns()
  const navigate = useNavigate()
  const search = useSearch({ from: '/app/settings/people' })
  const { units } = useDirectory()
  const may = useMay()
  const list = useInfiniteQuery({ ...pages(peopleRoutes.list, { query: withoutParts(search) }), placeholderData: (before) => before })
  const show = (next: PeopleSearch) => void navigate({ to: '/settings/people', search: next, replace: true })
  const byUnit: Filter = {
    key: 'unitId',
    label: words.unit,
    options: units.map(({ id, name }) => ({ id, label: name })),
    value: search.unitId ?? null,
    onChange: (unitId) => show({ ...search, unitId: unitId ?? undefined }),
  }
  return (
    <RecordList
      name="people"
      label={words.searchLabel}
      columns={columns}
      rowKey={({ id }) => id}
      list={list}
      search={search}
      onShow={show}
      filters={may('identity.directory') ? [byUnit] : []}
      sought={{ label: words.searchLabel, placeholder: words.search }}
      onOpen={onOpen}
      exportHref={(out) => addressOf(peopleRoutes.export, { query: { ...withoutParts(search), ...out } })}
      empty={<EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>}
    />
  )
}
