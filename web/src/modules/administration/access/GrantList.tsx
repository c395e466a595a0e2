import { permissions } from '@parvandeh/contract'
import { useLanguage } from '../../../i18n/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import type { Access } from './access.types.ts'
import { useAccessWords } from './messages.ts'
import { RoleNames } from './RoleNames.tsx'

/** Every right with how far it reaches, and the roles that give it; where several do, the widest counts. */
export function GrantList({ grants }: { grants: Access['grants'] }) {
  const words = useAccessWords()
  const language = useLanguage()
  const scopeOf = (permission: keyof typeof permissions, scope: keyof typeof words.scopes) =>
    permissions[permission].scoped ? words.scopes[scope] : words.whole
  return (
    <Card title={words.grants}>
      {grants.length === 0 && <p className="text-faint">{words.noGrants}</p>}
      <dl>
        {grants.map(({ permission, scope, roles }) => (
          <div
            key={permission}
            className="grid gap-x-4 border-t border-line py-2 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)]"
          >
            <dt className="font-medium">{permissions[permission][language]}</dt>
            <dd>
              {scopeOf(permission, scope)}
              <RoleNames roles={roles.map(({ role, scope: given }) => (given === scope ? { role } : { role, scope: given }))} />
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
