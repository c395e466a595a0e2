import { roleRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { query } from '../../../api/query.ts'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { classes, focusRing } from '../../../ui/classes.ts'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { SettingsFrame } from '../SettingsFrame.tsx'
import { useRoleWords } from './messages.ts'
import type { Role } from './role.types.ts'
import { RoleEditor } from './RoleEditor.tsx'

/** Roles beside the matrix of the chosen one; which one is chosen stands in the address. */
export function RolesPage() {
  const words = useRoleWords()
  const navigate = useNavigate()
  const { role: wanted } = useSearch({ from: '/app/settings/roles' })
  const list = useQuery(query(roleRoutes.list))
  const choose = (role: string) => void navigate({ to: '/settings/roles', search: { role }, replace: true })
  const chosen = wanted === 'new' ? null : (list.data?.roles.find(({ id }) => id === wanted) ?? list.data?.roles[0])
  return (
    <SettingsFrame
      section="roles"
      actions={
        <Button variant="primary" icon={<Plus size={17} />} onPress={() => choose('new')}>
          {words.add}
        </Button>
      }
    >
      {list.error && <ErrorState failure={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Card>
          <SkeletonLines lines={8} />
        </Card>
      )}
      {list.data && (
        <div className="grid grid-cols-1 items-start gap-gap lg:grid-cols-[16rem_minmax(0,1fr)]">
          <RoleList roles={list.data.roles} chosenId={chosen?.id} onChoose={choose} />
          {chosen !== undefined && <RoleEditor key={chosen?.id ?? 'new'} role={chosen} onSaved={choose} />}
        </div>
      )}
    </SettingsFrame>
  )
}

function RoleList({ roles, chosenId, onChoose }: { roles: readonly Role[]; chosenId: string | undefined; onChoose: (id: string) => void }) {
  const words = useRoleWords()
  const format = useFormat()
  return (
    <nav aria-label={words.list} className="min-w-0">
      <ul className="flex gap-1.5 overflow-x-auto lg:flex-col">
        {roles.map(({ id, name, people, builtIn }) => (
          <li key={id} className="shrink-0">
            <AriaButton
              onPress={() => onChoose(id)}
              aria-current={id === chosenId}
              className={classes(
                'flex min-h-12 w-full cursor-pointer flex-col rounded-control border px-3.5 py-2 text-start',
                id === chosenId ? 'border-accent-line bg-accent-soft text-accent-text' : 'border-line bg-surface data-hovered:bg-hover',
                focusRing,
              )}
            >
              <span className="flex items-center gap-2 font-medium">
                <bdi>{name}</bdi>
                {builtIn && <Badge>{words.builtIn}</Badge>}
              </span>
              <span className="text-small text-muted">{people > 0 ? words.people(format.number(people)) : words.nobody}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </nav>
  )
}
