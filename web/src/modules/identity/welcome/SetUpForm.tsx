import { sessionRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { sessionQuery } from '../../../api/session.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { FormLayout } from '../../../ui/FormLayout.tsx'
import { PasswordField, TextField } from '../../../ui/TextField.tsx'
import { useWelcomeWords } from './messages.ts'

const empty = { organisationName: '', personName: '', username: '', password: '' }

/** Registers the organisation and its first administrator, who is then signed in. */
export function SetUpForm({ onBack }: { onBack: () => void }) {
  const words = useWelcomeWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [given, setGiven] = useState(empty)
  const setUp = useWrite(sessionRoutes.setUp, {
    onSuccess: async (session) => {
      client.setQueryData(sessionQuery.queryKey, session)
      await navigate({ to: '/', replace: true })
    },
  })
  const problems = setUp.error?.byField ?? {}
  const field = (name: keyof typeof empty) => ({
    name,
    isRequired: true,
    value: given[name],
    onChange: (value: string) => setGiven({ ...given, [name]: value }),
    problem: problems[name],
  })
  return (
    <Card title={words.setUpTitle}>
      <FormLayout
        onSubmit={() => setUp.mutate({ body: given })}
        failure={setUp.error}
        actions={
          <>
            <Button type="submit" variant="primary" pending={setUp.isPending}>
              {words.create}
            </Button>
            <Button variant="quiet" onPress={onBack}>
              {words.back}
            </Button>
          </>
        }
      >
        <TextField
          {...field('organisationName')}
          label={words.organisationName}
          hint={words.organisationHint}
          autoFocus
          autoComplete="organization"
        />
        <TextField {...field('personName')} label={words.personName} autoComplete="name" />
        <TextField
          {...field('username')}
          problem={problems.username && words.usernameHint}
          label={words.username}
          hint={words.usernameHint}
          ltr
          autoComplete="username"
        />
        <PasswordField {...field('password')} label={words.password} hint={words.passwordHint} autoComplete="new-password" />
      </FormLayout>
    </Card>
  )
}
