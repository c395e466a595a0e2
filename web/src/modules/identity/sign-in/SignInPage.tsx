import { sessionRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { ApiFailure } from '../../../api/failure.ts'
import { useWrite } from '../../../api/query.ts'
import { type Session, sessionQuery, useSession } from '../../../api/session.ts'
import { EntryFrame } from '../../../shell/EntryFrame.tsx'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { focusRing } from '../../../ui/classes.ts'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { PasswordField, TextField } from '../../../ui/TextField.tsx'
import { useSignInWords } from './messages.ts'
import { useSaid } from './said.ts'
import { SecondStep } from './SecondStep.tsx'

/** Signs a person in by name and password; in the demo, by choosing one of its people. */
export function SignInPage() {
  const words = useSignInWords()
  const { organisation, tryAccounts } = useSession()
  const signIn = useSignIn()
  // What was right without a code stays here until the code has come.
  const [first, setFirst] = useState<Credentials | null>(null)
  const send = (body: Credentials) => signIn.mutate({ body }, { onError: ({ code }) => code === 'second-factor-needed' && setFirst(body) })
  if (first) {
    const leave = () => {
      setFirst(null)
      signIn.reset()
    }
    return (
      <EntryFrame title={words.codeTitle}>
        <SecondStep
          failure={signIn.error?.code === 'second-factor-needed' ? null : signIn.error}
          isPending={signIn.isPending}
          onSubmit={(given) => signIn.mutate({ body: { ...first, ...given } })}
          onLeave={leave}
        />
      </EntryFrame>
    )
  }
  return (
    <EntryFrame title={words.title}>
      <h1 className="mb-4 text-center text-heading font-semibold">{organisation ? words.welcomeBack(organisation.name) : words.title}</h1>
      {tryAccounts.length > 0 && (
        <Card title={words.tryTitle} className="mb-4">
          <p className="mb-2 text-small text-muted">{words.tryText}</p>
          <TryAccounts accounts={tryAccounts} isPending={signIn.isPending} onChoose={send} />
        </Card>
      )}
      <Card>
        <SignInForm failure={signIn.error} isPending={signIn.isPending} onSubmit={send} />
      </Card>
    </EntryFrame>
  )
}

function useSignIn() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { back } = useSearch({ from: '/sign-in' })
  return useWrite(sessionRoutes.signIn, {
    onSuccess: async (session) => {
      client.clear()
      client.setQueryData(sessionQuery.queryKey, session)
      await navigate({ href: back ?? '/', replace: true })
    },
  })
}

interface Credentials {
  login: string
  password: string
}

function SignInForm({
  failure,
  isPending,
  onSubmit,
}: {
  failure: ApiFailure | null
  isPending: boolean
  onSubmit: (given: Credentials) => void
}) {
  const words = useSignInWords()
  const said = useSaid(failure)
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  return (
    <FormLayout
      onSubmit={() => onSubmit({ login, password })}
      failure={said}
      actions={
        <Button type="submit" variant="primary" pending={isPending} className="w-full">
          {words.signIn}
        </Button>
      }
    >
      <TextField label={words.login} name="username" autoComplete="username" ltr autoFocus value={login} onChange={setLogin} />
      <PasswordField
        label={words.password}
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        hint={words.forgotten}
      />
    </FormLayout>
  )
}

interface TryAccountsProps {
  accounts: Session['tryAccounts']
  isPending: boolean
  onChoose: (given: Credentials) => void
}

function TryAccounts({ accounts, isPending, onChoose }: TryAccountsProps) {
  return (
    <ul className="-mx-2 flex flex-col">
      {accounts.map(({ username, password, name, role }) => (
        <li key={username}>
          <AriaButton
            isDisabled={isPending}
            onPress={() => onChoose({ login: username, password })}
            className={`flex min-h-12 w-full cursor-pointer items-center gap-3 rounded-control px-2 py-1 text-start data-disabled:opacity-50 data-hovered:bg-hover ${focusRing}`}
          >
            <Avatar name={name} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name}</span>
              <span className="block truncate text-small text-muted">{role}</span>
            </span>
            <ChevronLeft size={17} aria-hidden="true" className="text-faint in-[[dir=ltr]]:rotate-180" />
          </AriaButton>
        </li>
      ))}
    </ul>
  )
}
