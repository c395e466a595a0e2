import { ownSessionsRoutes } from '@parvandeh/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../api/query.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ErrorState, SkeletonLines } from '../../../ui/states.tsx'
import { ConfirmWrite } from '../ConfirmWrite.tsx'
import { useSecurityWords } from './messages.ts'
import { type Session, SessionList } from './SessionList.tsx'

const stale = [ownSessionsRoutes.list]

/** Where one is signed in, and the means to end it. */
export function SessionsCard() {
  const words = useSecurityWords()
  const list = useQuery(query(ownSessionsRoutes.list))
  const [ended, setEnded] = useState<Session | 'others' | null>(null)
  const close = () => setEnded(null)
  const sessions = list.data?.sessions ?? []
  return (
    <Card
      title={words.sessions}
      actions={
        sessions.length > 1 && (
          <Button size="small" onPress={() => setEnded('others')}>
            {words.endOthers}
          </Button>
        )
      }
    >
      <p className="mb-2 text-small text-muted">{words.sessionsText}</p>
      {list.error && <ErrorState failure={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonLines lines={2} />}
      {list.data && <SessionList sessions={sessions} onEnd={setEnded} />}
      {ended === 'others' && (
        <ConfirmWrite
          route={ownSessionsRoutes.endOthers}
          input={{}}
          stale={stale}
          title={words.endOthersTitle}
          actionLabel={words.endOthers}
          done={words.othersEnded}
          onClose={close}
        >
          {words.endOthersText}
        </ConfirmWrite>
      )}
      {ended !== null && ended !== 'others' && (
        <ConfirmWrite
          route={ownSessionsRoutes.end}
          input={{ params: { sessionId: ended.id } }}
          stale={stale}
          title={words.endTitle}
          actionLabel={words.end}
          done={words.ended}
          onClose={close}
        >
          {words.endText}
        </ConfirmWrite>
      )}
    </Card>
  )
}
