import { sessionRoutes } from '@parvandeh/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useWrite } from '../../../api/query.ts'
import { sessionQuery, useSession } from '../../../api/session.ts'
import { EntryFrame } from '../../../shell/EntryFrame.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { toastFailure } from '../../../ui/toast.tsx'
import { EnrolSecondFactor } from './EnrolSecondFactor.tsx'
import { useSecurityWords } from './messages.ts'
import { PasswordForm } from './PasswordForm.tsx'

/** What must be done before anything else opens: a password of one's own, or a second factor. */
export function DuePage() {
  const words = useSecurityWords()
  const client = useQueryClient()
  const navigate = useNavigate()
  // What was due when the page opened: the codes stay in view after the server is content.
  const [due] = useState(useSession().due ?? 'password')
  const goOn = async () => {
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
    await navigate({ to: '/', replace: true })
  }
  const signOut = useWrite(sessionRoutes.signOut, {
    onSuccess: () => {
      client.clear()
      void navigate({ to: '/sign-in', replace: true })
    },
    onError: toastFailure,
  })
  const leave = (
    <Button variant="quiet" pending={signOut.isPending} onPress={() => signOut.mutate({})}>
      {words.leave}
    </Button>
  )
  return (
    <EntryFrame title={words.dueTitles[due]}>
      <h1 className="mb-2 text-center text-heading font-semibold">{words.dueTitles[due]}</h1>
      <p className="mb-4 text-center text-muted">{words.dueTexts[due]}</p>
      <Card>
        {due === 'password' ? (
          <PasswordForm asksAboutTokens={false} leave={leave} onDone={() => void goOn()} />
        ) : (
          <EnrolSecondFactor leave={leave} onDone={() => void goOn()} />
        )}
      </Card>
    </EntryFrame>
  )
}
