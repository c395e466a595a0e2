import { roleRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useDirectory } from '../../../api/directory.ts'
import { query } from '../../../api/query.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Badge, StatusBadge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import type { Column } from '../../../ui/Table.tsx'
import { usePeopleWords } from './messages.ts'
import type { Person } from './person.types.ts'

/** The columns of the list of colleagues. */
export function usePeopleColumns(): readonly Column<Person>[] {
  const words = usePeopleWords()
  const { unitName } = useDirectory()
  const { columns } = words
  return [
    {
      key: 'name',
      header: columns.name,
      phone: 'title',
      grow: true,
      essential: true,
      text: ({ name }) => name,
      cell: ({ name }) => (
        <span className="flex min-w-0 items-center gap-2.5">
          <Avatar name={name} size="small" />
          <span className="min-w-0 truncate font-medium">
            <bdi>{name}</bdi>
          </span>
        </span>
      ),
    },
    {
      key: 'username',
      header: columns.username,
      width: 144,
      text: ({ username }) => username,
      cell: ({ username }) =>
        username && (
          <Bidi ltr className="text-muted">
            {username}
          </Bidi>
        ),
    },
    {
      key: 'unit',
      header: columns.unit,
      width: 160,
      text: ({ unitId }) => unitName(unitId),
      group: ({ unitId }) => ({ key: unitId ?? '', name: unitName(unitId) ?? words.noUnit }),
      cell: ({ unitId }) => unitName(unitId) ?? <span className="text-faint">{words.noUnit}</span>,
    },
    useRolesColumn(),
    {
      key: 'state',
      header: columns.state,
      phone: 'aside',
      width: 176,
      text: ({ active, canSignIn }) => (!active ? words.inactive : canSignIn ? words.active : words.cannotSignIn),
      cell: (person) => <PersonState person={person} />,
    },
  ]
}

function useRolesColumn(): Column<Person> {
  const words = usePeopleWords()
  const { columns } = words
  const { data } = useQuery(query(roleRoutes.list))
  const roleName = new Map(data?.roles.map(({ id, name }) => [id, name]))
  return {
    key: 'roles',
    header: columns.roles,
    width: 224,
    text: ({ roleIds }) => roleIds.map((id) => roleName.get(id) ?? '').join('، '),
    cell: ({ roleIds }) =>
      roleIds.length === 0 ? (
        <span className="text-faint">{words.noRole}</span>
      ) : (
        <span className="flex max-w-72 flex-wrap gap-1">
          {roleIds.map((id) => (
            <Badge key={id}>{roleName.get(id) ?? '…'}</Badge>
          ))}
        </span>
      ),
  }
}

function PersonState({ person: { active, canSignIn } }: { person: Person }) {
  const words = usePeopleWords()
  if (!active) return <StatusBadge shape="stop">{words.inactive}</StatusBadge>
  if (!canSignIn) {
    return (
      <span title={words.cannotSignInHint}>
        <StatusBadge shape="warning" tone="caution">
          {words.cannotSignIn}
        </StatusBadge>
      </span>
    )
  }
  return (
    <StatusBadge shape="check" tone="positive">
      {words.active}
    </StatusBadge>
  )
}
