import { accessClasses, customerFieldClasses, customerFields } from '@parvandeh/contract'
import { StatusBadge } from '../../../ui/Badge.tsx'
import { Card } from '../../../ui/Card.tsx'
import type { Access } from './access.types.ts'
import { useAccessWords } from './messages.ts'
import { RoleNames } from './RoleNames.tsx'

type FieldName = keyof typeof customerFields.shape

const fieldsOf = (accessClass: (typeof accessClasses)[number]) => [
  ...(Object.keys(customerFields.shape) as FieldName[]).filter((field) => (customerFieldClasses[field] ?? 'internal') === accessClass),
  ...(accessClass === 'internal' ? (['accessPoints'] as const) : []),
]

/** The classes of fields, which of them the person reads and by which role, and the fields of a file that fall in each. */
export function FieldsRead({ classes }: { classes: Access['fieldClasses'] }) {
  const words = useAccessWords()
  const held = new Map(classes.map(({ accessClass, roles }) => [accessClass, roles]))
  return (
    <Card title={words.fields}>
      <p className="mb-2 text-small text-muted">{words.fieldsHint}</p>
      <dl>
        {accessClasses.map((accessClass) => {
          const roles = held.get(accessClass)
          return (
            <div key={accessClass} className="grid gap-x-4 border-t border-line py-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
              <dt className="flex items-center gap-2 self-start font-medium">
                <StatusBadge shape={roles ? 'check' : 'stop'} {...(roles ? { tone: 'positive' as const } : {})}>
                  {roles ? words.reads : words.hidden}
                </StatusBadge>
                {words.classes[accessClass]}
              </dt>
              <dd>
                {fieldsOf(accessClass)
                  .map((field) => words.fieldNames[field])
                  .join(words.separator)}
                {roles && roles.length > 0 && <RoleNames roles={roles.map((role) => ({ role }))} />}
                {roles?.length === 0 && <span className="block text-small text-muted">{words.everybody}</span>}
              </dd>
            </div>
          )
        })}
      </dl>
    </Card>
  )
}
