import { accessClasses, permissionKeys, roleRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { useWrite } from '../../../api/query.ts'
import { sessionQuery } from '../../../api/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { ConfirmWrite } from '../ConfirmWrite.tsx'
import { ReloadOffer } from '../ReloadOffer.tsx'
import { FieldClasses } from './FieldClasses.tsx'
import { useRoleWords } from './messages.ts'
import { PermissionMatrix } from './PermissionMatrix.tsx'
import type { Role, RoleInput } from './role.types.ts'

/** Changes what a role may do, or makes a new one. Nothing has effect before it is saved. */
export function RoleEditor({ role, onSaved }: { role: Role | null; onSaved: (id: string) => void }) {
  const words = useRoleWords()
  // What the edit began from; others may save meanwhile, and the list in view may know it already.
  const [base, setBase] = useState(role)
  const initial = valuesOf(base)
  const [given, setGiven] = useState(initial)
  const save = useSave(base, (saved) => {
    setBase((before) => before && { ...before, ...saved })
    onSaved(saved.id)
  })
  const reload = async () => {
    const fresh = (await call(roleRoutes.list, {})).roles.find(({ id }) => id === role?.id) ?? null
    setBase(fresh)
    setGiven(valuesOf(fresh))
    save.reset()
  }
  const isChanged = !isSame(given, initial)
  return (
    <FormLayout
      onSubmit={() => save.submit(given)}
      failure={save.error}
      actions={
        <div className="sticky bottom-0 z-5 flex w-full flex-wrap items-center gap-2 rounded-card border border-line bg-raised px-4 py-3 shadow-raised max-md:bottom-16">
          <Button type="submit" variant="primary" pending={save.isPending} isDisabled={!isChanged}>
            {role ? words.save : words.create}
          </Button>
          {isChanged && role && <Button onPress={() => setGiven(initial)}>{words.undo}</Button>}
          {isChanged && <span className="text-small text-muted">{words.unsaved}</span>}
          {role && <RemoveRole role={role} onRemoved={() => onSaved('')} />}
        </div>
      }
    >
      <ReloadOffer failure={save.error} onReload={reload} />
      <Card>
        <TextField
          isRequired
          label={words.name}
          placeholder={words.newName}
          value={given.name}
          onChange={(name) => setGiven({ ...given, name })}
          problem={save.error?.byField.name}
          className="max-w-md"
        />
      </Card>
      <PermissionMatrix grants={given.grants} onChange={(grants) => setGiven({ ...given, grants })} />
      <FieldClasses value={given.fieldClasses} onChange={(fieldClasses) => setGiven({ ...given, fieldClasses })} />
    </FormLayout>
  )
}

const valuesOf = (role: Role | null): RoleInput => ({
  name: role?.name ?? '',
  grants: role?.grants ?? {},
  fieldClasses: role?.fieldClasses ?? ['public', 'internal'],
})

/** The order in which rights were given does not matter. */
const isSame = (left: RoleInput, right: RoleInput): boolean =>
  left.name === right.name &&
  permissionKeys.every((key) => left.grants[key] === right.grants[key]) &&
  accessClasses.every((name) => left.fieldClasses.includes(name) === right.fieldClasses.includes(name))

function useSave(role: Role | null, onSaved: (saved: Role) => void) {
  const words = useRoleWords()
  const client = useQueryClient()
  const onSuccess = async (saved: Role) => {
    await client.invalidateQueries({ queryKey: [roleRoutes.list.path] })
    // One's own rights may have changed with it.
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey })
    toast({ text: words.saved(saved.name) })
    onSaved(saved)
  }
  const add = useWrite(roleRoutes.add, { onSuccess })
  const change = useWrite(roleRoutes.change, { onSuccess })
  const submit = (body: RoleInput) =>
    role ? change.mutate({ params: { roleId: role.id }, body: { ...body, version: role.version } }) : add.mutate({ body })
  return { submit, reset: change.reset, error: role ? change.error : add.error, isPending: add.isPending || change.isPending }
}

function RemoveRole({ role, onRemoved }: { role: Role; onRemoved: () => void }) {
  const words = useRoleWords()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button variant="quiet" icon={<Trash2 size={16} />} className="ms-auto text-danger!" onPress={() => setAsking(true)}>
        {words.remove}
      </Button>
      {asking && (
        <ConfirmWrite
          route={roleRoutes.remove}
          input={{ params: { roleId: role.id } }}
          stale={[roleRoutes.list]}
          title={words.removeTitle(role.name)}
          actionLabel={words.remove}
          done={words.removed(role.name)}
          onDone={onRemoved}
          onClose={() => setAsking(false)}
        >
          {words.removeText}
        </ConfirmWrite>
      )}
    </>
  )
}
