import { peopleRoutes, roleRoutes } from '@parvandeh/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Eye, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-aria-components'
import { useDirectory } from '../../../api/directory.ts'
import { call } from '../../../api/call.ts'
import { query, useWrite } from '../../../api/query.ts'
import { Button, buttonClass } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { ComboBox } from '../../../ui/ComboBox.tsx'
import { SidePanel } from '../../../ui/Dialog.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { PasswordField, TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toast.tsx'
import { useSettingWords } from '../messages.ts'
import { ReloadOffer } from '../ReloadOffer.tsx'
import { PersonSignIn } from '../security/PersonSignIn.tsx'
import { usePeopleWords } from './messages.ts'
import type { Person } from './person.types.ts'
import { SetPasswordDialog } from './SetPasswordDialog.tsx'

interface PersonPanelProps {
  /** Null for somebody new. */
  person: Person | null
  onClose: () => void
}

const formId = 'person-form'

/** Adds a colleague or changes one, beside the list. */
export function PersonPanel({ person: opened, onClose }: PersonPanelProps) {
  const words = usePeopleWords()
  const { save: saveWord, cancel } = useSettingWords()
  const [person, setPerson] = useState(opened)
  const [given, setGiven] = useState(() => valuesOf(person))
  const [settingPassword, setSettingPassword] = useState(false)
  const save = useSave(person, given, onClose)
  const reload = async () => {
    if (!person) return
    const fresh = await call(peopleRoutes.show, { params: { personId: person.id } })
    setPerson(fresh)
    setGiven(valuesOf(fresh))
    save.reset()
  }
  return (
    <SidePanel
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={person ? <bdi>{person.name}</bdi> : words.newTitle}
      renderActions={() => (
        <>
          <Button type="submit" form={formId} variant="primary" pending={save.isPending}>
            {person ? saveWord : words.create}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
          {person && (
            <Link href={`/settings/people/${person.id}/access`} className={buttonClass('quiet', 'medium', 'ms-auto')}>
              <Eye size={16} aria-hidden="true" />
              {words.access}
            </Link>
          )}
          {person && (
            <Button variant="quiet" icon={<KeyRound size={16} />} onPress={() => setSettingPassword(true)}>
              {words.setPassword}
            </Button>
          )}
        </>
      )}
    >
      <FormLayout id={formId} onSubmit={save.submit} failure={save.error}>
        <ReloadOffer failure={save.error} onReload={reload} />
        <PersonFields isNew={person === null} given={given} onChange={setGiven} problems={save.error?.byField ?? {}} />
      </FormLayout>
      {person?.canSignIn && <PersonSignIn person={person} onReset={() => setPerson({ ...person, secondFactor: false })} />}
      {person && settingPassword && <SetPasswordDialog person={person} onClose={() => setSettingPassword(false)} />}
    </SidePanel>
  )
}

interface Values {
  name: string
  username: string
  email: string
  unitId: string | null
  roleIds: string[]
  password: string
  active: boolean
}

const valuesOf = (person: Person | null): Values => ({
  name: person?.name ?? '',
  username: person?.username ?? '',
  email: person?.email ?? '',
  unitId: person?.unitId ?? null,
  roleIds: person?.roleIds ?? [],
  password: '',
  active: person?.active ?? true,
})

function useSave(person: Person | null, { password, active, ...given }: Values, onClose: () => void) {
  const words = usePeopleWords()
  const client = useQueryClient()
  const settle = (text: string) => {
    void client.invalidateQueries({ queryKey: [peopleRoutes.list.path] })
    void client.invalidateQueries({ queryKey: [peopleRoutes.directory.path] })
    toast({ text })
    onClose()
  }
  const add = useWrite(peopleRoutes.add, { onSuccess: ({ name }) => settle(words.added(name)) })
  const change = useWrite(peopleRoutes.change, { onSuccess: ({ name }) => settle(words.changed(name)) })
  const body = { ...given, username: given.username.trim() || null, email: given.email.trim() || null }
  const submit = () =>
    person
      ? change.mutate({ params: { personId: person.id }, body: { ...body, active, version: person.version } })
      : add.mutate({ body: { ...body, password: password || null } })
  return { submit, reset: change.reset, error: person ? change.error : add.error, isPending: add.isPending || change.isPending }
}

interface PersonFieldsProps {
  isNew: boolean
  given: Values
  onChange: (given: Values) => void
  problems: Record<string, string>
}

function PersonFields({ isNew, given, onChange, problems }: PersonFieldsProps) {
  const words = usePeopleWords()
  const { units } = useDirectory()
  const text = (name: 'name' | 'username' | 'email' | 'password') => ({
    name,
    label: words[name],
    value: given[name],
    onChange: (value: string) => onChange({ ...given, [name]: value }),
    problem: problems[name],
  })
  return (
    <>
      <TextField {...text('name')} isRequired autoFocus={isNew} autoComplete="off" />
      <TextField {...text('username')} problem={problems.username && words.usernameHint} hint={words.usernameHint} ltr autoComplete="off" />
      <TextField {...text('email')} hint={words.emailHint} ltr type="email" autoComplete="off" />
      <ComboBox
        label={words.unit}
        placeholder={words.noUnit}
        options={units.map(({ id, name }) => ({ id, label: name }))}
        value={given.unitId}
        onChange={(unitId) => onChange({ ...given, unitId })}
        problem={problems.unitId}
      />
      <RoleChoice value={given.roleIds} onChange={(roleIds) => onChange({ ...given, roleIds })} />
      {isNew ? (
        <PasswordField {...text('password')} hint={words.passwordHint} autoComplete="new-password" />
      ) : (
        <Switch isSelected={given.active} onChange={(active) => onChange({ ...given, active })} hint={words.isActiveHint}>
          {words.isActive}
        </Switch>
      )}
    </>
  )
}

function RoleChoice({ value, onChange }: { value: readonly string[]; onChange: (roleIds: string[]) => void }) {
  const words = usePeopleWords()
  const { data } = useQuery(query(roleRoutes.list))
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-small font-medium text-muted">{words.roles}</legend>
      {data?.roles.map(({ id, name }) => (
        <Checkbox
          key={id}
          isSelected={value.includes(id)}
          onChange={(held) => onChange(held ? [...value, id] : value.filter((one) => one !== id))}
        >
          <bdi>{name}</bdi>
        </Checkbox>
      ))}
      <p className="text-small text-muted">{words.rolesHint}</p>
    </fieldset>
  )
}
