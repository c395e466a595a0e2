import { type Permission, permissionKeys, permissions, type Scope, scopes } from '@parvandeh/contract'
import { useLanguage } from '../../../i18n/language.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { useRoleWords } from './messages.ts'
import type { RoleInput } from './role.types.ts'

type Grants = RoleInput['grants']
type GroupName = Permission extends `${infer Group}.${string}` ? Group : never

const groupOf = (permission: Permission) => permission.split('.')[0] as GroupName
const groups = [...new Set(permissionKeys.map(groupOf))]

/** Every permission by what it is about, each with how far it reaches. */
export function PermissionMatrix({ grants, onChange }: { grants: Grants; onChange: (grants: Grants) => void }) {
  const words = useRoleWords()
  const grant = (permission: Permission, scope: Scope | 'none') => {
    const { [permission]: _, ...others } = grants
    onChange(scope === 'none' ? others : { ...others, [permission]: scope })
  }
  return (
    <Card title={words.matrix}>
      <p className="text-small text-muted">{words.matrixHint}</p>
      <ScopeLegend />
      {groups.map((group) => (
        <section key={group} className="mt-4 border-t border-line pt-3">
          <h3 className="mb-1 text-small font-semibold text-muted">{words.groups[group]}</h3>
          {permissionKeys
            .filter((permission) => groupOf(permission) === group)
            .map((permission) => (
              <PermissionRow
                key={permission}
                permission={permission}
                held={grants[permission]}
                onChange={(scope) => grant(permission, scope)}
              />
            ))}
        </section>
      ))}
    </Card>
  )
}

function ScopeLegend() {
  const words = useRoleWords()
  return (
    <dl className="mt-3 grid gap-x-6 gap-y-1 rounded-control bg-sunken px-3.5 py-2.5 text-small sm:grid-cols-2">
      {scopes.map((scope) => (
        <div key={scope} className="flex gap-2">
          <dt className="w-20 shrink-0 font-medium">{words.scopes[scope]}</dt>
          <dd className="text-muted">{words.scopeTexts[scope]}</dd>
        </div>
      ))}
    </dl>
  )
}

interface PermissionRowProps {
  permission: Permission
  held: Scope | undefined
  onChange: (scope: Scope | 'none') => void
}

function PermissionRow({ permission, held, onChange }: PermissionRowProps) {
  const words = useRoleWords()
  const language = useLanguage()
  const { scoped, [language]: label } = permissions[permission]
  const options = scoped
    ? (['none', ...scopes] as const).map((id) => ({ id, label: words.scopes[id] }))
    : (['none', 'all'] as const).map((id) => ({ id, label: words.granted[id] }))
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-1">
      <span className={held ? '' : 'text-muted'}>{label}</span>
      <Segmented label={label} options={options} value={held ?? 'none'} onChange={onChange} className="max-sm:w-full" />
    </div>
  )
}
