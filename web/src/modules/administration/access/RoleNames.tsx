import type { Scope } from '@parvandeh/contract'
import { useAccessWords } from './messages.ts'

interface RoleNamesProps {
  roles: readonly { role: string; scope?: Scope }[]
}

/** The roles that a right comes from; each with its own scope where that is to be told. */
export function RoleNames({ roles }: RoleNamesProps) {
  const words = useAccessWords()
  return (
    <span className="block text-small text-muted">
      {words.columns.from}{' '}
      {roles.map(({ role, scope }, index) => (
        <span key={role}>
          {index > 0 && words.separator}
          <bdi>{role}</bdi>
          {scope && ` (${words.scopes[scope]})`}
        </span>
      ))}
    </span>
  )
}
