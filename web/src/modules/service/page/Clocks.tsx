import { Card } from '../../../ui/Card.tsx'
import { classes } from '../../../ui/classes.ts'
import { useNow } from '../now.ts'
import type { RequestView } from '../request.types.ts'
import { useSpan } from '../span.ts'
import { useWorkingTime } from '../working-time.ts'
import { type ClockState, responseClock, serviceClock } from './clock.rules.ts'
import { useRequestWords } from './messages.ts'

/** Both clocks of a request, elapsed and working time on one scale, and what the wait until response consisted of. */
export function Clocks({ request }: { request: RequestView }) {
  const words = useRequestWords()
  const now = useNow()
  const response = responseClock(request, now)
  const service = serviceClock(request, now)
  const longest = Math.max(response.elapsedSeconds ?? 0, service.elapsedSeconds ?? 0, 1)
  return (
    <Card title={words.clocks}>
      <div className="flex flex-col gap-4">
        <Clock
          name={words.response}
          clock={response}
          longest={longest}
          missing={request.firstResponseRecorded ? undefined : words.notRecordedWhy}
        />
        {response.state === 'done' && <Parts request={request} />}
        <Clock name={words.service} clock={service} longest={longest} />
      </div>
    </Card>
  )
}

interface ClockProps {
  name: string
  clock: ClockState
  /** The length of the whole bar, in seconds. */
  longest: number
  missing?: string | undefined
}

function Clock({ name, clock, longest, missing }: ClockProps) {
  const words = useRequestWords()
  const span = useSpan()
  const workingTime = useWorkingTime()
  const { state, elapsedSeconds, workingSeconds } = clock
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <span className="text-small text-muted">{name}</span>
        {state === 'running' && <span className="text-small text-caution">{words.running}</span>}
      </div>
      {state === 'not-recorded' ? (
        <p className="text-small text-faint" title={missing}>
          {words.clockNotRecorded}
          {missing && <span className="block text-caption">{missing}</span>}
        </p>
      ) : (
        <>
          {workingSeconds !== null && <Bar said={workingTime(workingSeconds)} share={workingSeconds / longest} isMain />}
          {elapsedSeconds !== null && (
            <Bar said={words.elapsed(span(elapsedSeconds))} share={elapsedSeconds / longest} isRunning={state === 'running'} />
          )}
        </>
      )}
    </div>
  )
}

function Bar({ said, share, isMain = false, isRunning = false }: { said: string; share: number; isMain?: boolean; isRunning?: boolean }) {
  return (
    <div className="flex flex-col gap-0.5">
      <span className={isMain ? 'text-body font-medium' : 'text-small text-muted'}>{said}</span>
      <span aria-hidden="true" className="block h-1.5 overflow-hidden rounded-full bg-hover">
        <span
          className={classes(
            'block h-full rounded-full',
            share > 0 && 'min-w-1',
            isMain ? 'bg-accent' : isRunning ? 'bg-caution/70' : 'bg-line-strong',
          )}
          style={{ inlineSize: `${Math.min(1, share) * 100}%` }}
        />
      </span>
    </div>
  )
}

const partNames = ['unregistered', 'misrouted', 'queued', 'held'] as const

/** The parts of the wait that took any time, which add up to it. */
function Parts({ request: { responseParts } }: { request: RequestView }) {
  const words = useRequestWords()
  const workingTime = useWorkingTime()
  const parts = partNames.filter((name) => (responseParts[name].elapsedSeconds ?? 0) >= 60)
  if (parts.length === 0) return null
  return (
    <dl aria-label={words.partsTitle} className="-mt-2 flex flex-col gap-0.5 border-s-2 border-line ps-3 text-small">
      {parts.map((name) => (
        <div key={name} className="flex justify-between gap-3">
          <dt className="text-muted">{words.parts[name]}</dt>
          <dd>{workingTime(responseParts[name].workingSeconds ?? 0)}</dd>
        </div>
      ))}
    </dl>
  )
}
