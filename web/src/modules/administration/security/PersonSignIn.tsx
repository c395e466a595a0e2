import { peopleRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { ConfirmWrite } from '../ConfirmWrite.tsx'
import { useSecurityWords } from './messages.ts'
import { type Session, SessionList } from './SessionList.tsx'

interface PersonSignInProps {
  person: { id: string; name: string; secondFactor: boolean }
  onReset: () => void
}

type Asked = Session | 'all' | 'reset'

/** How a colleague signs in and where they are signed in, with the means to end it. */
export function PersonSignIn({ person, onReset }: PersonSignInProps) {
  const words = useSecurityWords()
  const params = { personId: person.id }
  const list = useQuery(query(peopleRoutes.sessions, { params }))
  const [asked, setAsked] = useState<Asked | null>(null)
  const sessions = list.data?.sessions ?? []
  return (
    <section className="mt-6 border-t border-line pt-4">
      <header className="mb-2 flex flex-wrap items-center gap-2">
        <h3 className="flex-1 font-semibold">{words.ofPerson}</h3>
        {person.secondFactor && (
          <Button size="small" onPress={() => setAsked('reset')}>
            {words.reset}
          </Button>
        )}
        {sessions.length > 0 && (
          <Button size="small" onPress={() => setAsked('all')}>
            {words.endAll}
          </Button>
        )}
      </header>
      {list.error && <ErrorState failure={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonLines lines={2} />}
      {list.data && <SessionList sessions={sessions} onEnd={setAsked} />}
      {asked !== null && <Question {...{ asked, person, onReset }} onClose={() => setAsked(null)} />}
    </section>
  )
}

/** Asks once more before something of a colleague's is ended. */
function Question({ asked, person, onReset, onClose }: PersonSignInProps & { asked: Asked; onClose: () => void }) {
  const words = useSecurityWords()
  const params = { personId: person.id }
  const common = { stale: [peopleRoutes.sessions, peopleRoutes.list], onClose }
  if (asked === 'reset') {
    const said = { title: words.resetTitle(person.name), actionLabel: words.reset, done: words.wasReset }
    return (
      <ConfirmWrite {...common} {...said} route={peopleRoutes.resetSecondFactor} input={{ params }} onDone={onReset}>
        {words.resetText}
      </ConfirmWrite>
    )
  }
  if (asked === 'all') {
    const said = { title: words.endAllTitle(person.name), actionLabel: words.endAll, done: words.allEnded }
    return (
      <ConfirmWrite {...common} {...said} route={peopleRoutes.endSessions} input={{ params }}>
        {words.endAllText}
      </ConfirmWrite>
    )
  }
  const said = { title: words.endTitle, actionLabel: words.end, done: words.ended }
  return (
    <ConfirmWrite {...common} {...said} route={peopleRoutes.endSession} input={{ params: { ...params, sessionId: asked.id } }}>
      {words.endText}
    </ConfirmWrite>
  )
}
