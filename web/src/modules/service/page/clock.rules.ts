import type { RequestView } from '../request.types.ts'

/** One clock as it is shown: how far it has come, or why there is no figure. */
export interface ClockState {
  state: 'done' | 'running' | 'not-recorded'
  elapsedSeconds: number | null
  workingSeconds: number | null
}

/** The wait until response: running while nobody has answered an unfinished request, and never made up where it was not recorded. */
export function responseClock(request: RequestView, now: Date): ClockState {
  const { elapsedSeconds, workingSeconds } = request.response
  if (elapsedSeconds !== null) return { state: 'done', elapsedSeconds, workingSeconds }
  if (!request.firstResponseRecorded || isFinished(request)) return { state: 'not-recorded', elapsedSeconds: null, workingSeconds: null }
  return { state: 'running', elapsedSeconds: secondsSince(request.reportedAt, now), workingSeconds: null }
}

/** The service time: running until it is resolved. */
export function serviceClock(request: RequestView, now: Date): ClockState {
  const { elapsedSeconds, workingSeconds } = request.service
  if (elapsedSeconds !== null) return { state: 'done', elapsedSeconds, workingSeconds }
  if (isFinished(request)) return { state: 'not-recorded', elapsedSeconds: null, workingSeconds: null }
  return { state: 'running', elapsedSeconds: secondsSince(request.reportedAt, now), workingSeconds: null }
}

const isFinished = ({ status }: RequestView) => status === 'resolved' || status === 'closed' || status === 'merged'

const secondsSince = (instant: string, now: Date) => Math.max(0, (now.getTime() - Date.parse(instant)) / 1000)
