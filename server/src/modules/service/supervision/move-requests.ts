import type { AnswerOf, BodyOf, FailureCode, supervisionRoutes } from '@parvandeh/contract'
import { foldForStorage } from '@parvandeh/contract/persian'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import { lockForWriting } from '../requests/lock-for-writing.ts'
import { recordEvent } from '../requests/record-event.ts'
import { refuseUnlessAllowed } from '../verbs/act-on-request.ts'
import { requireColleague } from '../verbs/require-colleague.ts'
import { undoLast } from '../verbs/undo-last.ts'

type Moves = BodyOf<typeof supervisionRoutes.move>
type Key = Pick<Moves['moves'][number], 'customerId' | 'requestId'>
interface Refused {
  requestId: string
  code: FailureCode
}

/** Gives several requests to other colleagues, each as by assigning it; what is no longer as it was is left alone and told. */
export async function moveRequests(context: Context, { moves, note }: Moves): Promise<AnswerOf<typeof supervisionRoutes.move>> {
  const { done, refused } = await eachOf(moves, async (move) => {
    const request = await lockForWriting(context, move)
    if (request.owner_id !== move.fromPersonId) throw new AppError('changed-meanwhile')
    if (request.owner_id === move.toPersonId) throw new AppError('request-already-held')
    refuseUnlessAllowed(context, 'assign', request)
    const colleague = await requireColleague(context, move.toPersonId, 'toPersonId')
    return recordEvent(context, request, {
      kind: 'assigned',
      toPersonId: colleague.id,
      toUnitId: colleague.unitId ?? request.unit_id,
      note: foldForStorage(note),
    })
  })
  return { moved: done.map((row) => ({ customerId: row.customer_id, requestId: row.id, version: row.version })), refused }
}

/** Takes moves back, where nothing has come after them. */
export async function takeMovesBack(
  context: Context,
  { moves }: BodyOf<typeof supervisionRoutes.takeBack>,
): Promise<AnswerOf<typeof supervisionRoutes.takeBack>> {
  const { done, refused } = await eachOf(moves, (move) => undoLast(context, move, move))
  return { count: done.length, refused }
}

/** One after another, in an order in which two who do the same do not wait for each other crosswise. A refusal comes before anything is written. */
async function eachOf<T extends Key, Done>(keys: readonly T[], act: (key: T) => Promise<Done>) {
  const done: Done[] = []
  const refused: Refused[] = []
  for (const key of keys.toSorted((a, b) => (a.requestId < b.requestId ? -1 : 1))) {
    try {
      done.push(await act(key))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push({ requestId: key.requestId, code: error.code })
    }
  }
  return { done, refused }
}
