import { type ownSessionsRoutes, type ResponseOf } from '@parvandeh/contract'
import { AppWindow, Laptop, Smartphone, Tablet } from 'lucide-react'
import { useFormat } from '../../../persian/format.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Bidi } from '../../../ui/Bidi.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useSecurityWords } from './messages.ts'

export type Session = ResponseOf<typeof ownSessionsRoutes.list>['sessions'][number]

const icons = { computer: Laptop, phone: Smartphone, tablet: Tablet, program: AppWindow }

/** Where somebody is signed in: the device in words, from where, since when, and when it was last used. */
export function SessionList({ sessions, onEnd }: { sessions: readonly Session[]; onEnd: (session: Session) => void }) {
  const words = useSecurityWords()
  if (sessions.length === 0) return <p className="border-t border-line pt-3 text-faint">{words.noSessions}</p>
  return (
    <ul>
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} onEnd={() => onEnd(session)} />
      ))}
    </ul>
  )
}

function SessionRow({ session: { current, device, address, beganAt, lastUsedAt }, onEnd }: { session: Session; onEnd: () => void }) {
  const words = useSecurityWords()
  const format = useFormat()
  const Icon = icons[device.kind]
  const name = device.kind === 'program' ? words.program : words.onSystem(words.browsers[device.browser], words.systems[device.system])
  return (
    <li className="flex items-center gap-3 border-t border-line py-2">
      <Icon size={18} aria-hidden="true" className="shrink-0 text-faint" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-medium">
          {name}
          {current && <Badge>{words.thisBrowser}</Badge>}
        </p>
        <p className="text-small text-muted">
          {words.began(format.moment(beganAt))} · {words.lastUsed(format.relative(lastUsedAt))}
          {address && (
            <>
              {' '}
              · {words.from} <Bidi ltr>{address}</Bidi>
            </>
          )}
        </p>
      </div>
      {!current && (
        <Button size="small" aria-label={`${words.end}: ${name}`} onPress={onEnd}>
          {words.end}
        </Button>
      )}
    </li>
  )
}
