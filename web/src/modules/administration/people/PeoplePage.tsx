import { peopleRoutes } from '@parvandeh/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useDirectory } from '../../../api/directory.ts'
import { moreOf, pages, rowsOf } from '../../../api/query.ts'
import { useMay } from '../../../api/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { FilterBar } from '../../../ui/Page.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { EmptyState, ErrorState } from '../../../ui/states.tsx'
import { Table } from '../../../ui/Table.tsx'
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
  const search = useSearch({ from: '/app/settings/people' })
  const list = useInfiniteQuery({ ...pages(peopleRoutes.list, { query: search }), placeholderData: (before) => before })
  return (
    <>
      <PeopleFilters search={search} />
      {list.error ? (
        <ErrorState failure={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Table
          label={words.searchLabel}
          columns={columns}
          rows={rowsOf(list.data)}
          rowKey={({ id }) => id}
          onOpen={onOpen}
          isPending={list.isPending}
          empty={<EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>}
          more={moreOf(list)}
        />
      )}
    </>
  )
}

function PeopleFilters({ search }: { search: PeopleSearch }) {
  const words = usePeopleWords()
  const navigate = useNavigate()
  const { units } = useDirectory()
  const may = useMay()
  const narrow = (change: PeopleSearch) => void navigate({ to: '/settings/people', search: { ...search, ...change }, replace: true })
  return (
    <FilterBar>
      <SearchField
        label={words.searchLabel}
        placeholder={words.search}
        value={search.q ?? ''}
        onChange={(q) => narrow({ q: q === '' ? undefined : q })}
        className="sm:w-80!"
      />
      {may('identity.directory') && (
        <ComboBox
          hideLabel
          label={words.unit}
          placeholder={words.anyUnit}
          options={units.map(({ id, name }) => ({ id, label: name }))}
          value={search.unitId ?? null}
          onChange={(unitId) => narrow({ unitId: unitId ?? undefined })}
          className="sm:w-56!"
        />
      )}
    </FilterBar>
  )
}
