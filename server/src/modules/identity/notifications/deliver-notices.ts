import type { Notice, NoticeKind } from '@parvandeh/contract'
import { undoWindowSeconds } from '@parvandeh/contract'
import type { Actor, Context } from '../../../platform/context.ts'
import { loadActor } from '../access/load-actor.ts'
import { mayReach } from '../access/row-scope.ts'
import {
  deleteNotifications,
  deleteUnreadAbout,
  insertNotification,
  repeatNotification,
  unreadAbout,
  waitForTurnToTell,
} from './notification.queries.ts'
import { choosersIn, settingsOf } from './settings.queries.ts'
import type { NoticeSettings } from './settings.rules.ts'

/** Within this time what happens again to a thing is one line with what came before. */
const foldMs = 10 * 60_000

/** Tells those whom an event's notices concern. Runs once an event, in the transaction that marks that. */
export async function deliverNotices(context: Context, notices: readonly Notice[]): Promise<void> {
  for (const notice of notices) {
    for (const { personId, settings } of await hearersOf(context, notice)) {
      if (settings.channels[notice.kind].includes('in-app')) await tell(context, personId, notice)
    }
  }
}

interface Hearer {
  personId: string
  actor: Actor
  settings: NoticeSettings
}

/** Whom a notice is for: active people who may see the thing, whoever did it left out; always in the same order, so that two deliveries do not wait for each other crosswise. */
export async function hearersOf(context: Context, notice: Notice): Promise<Hearer[]> {
  const ofUnit = notice.toUnitId === null ? [] : await choosersIn(context, notice.toUnitId)
  const people = [...new Set([...notice.personIds, ...ofUnit])].filter((id) => id !== notice.byPersonId).toSorted()
  const settings = await settingsOf(context, people)
  const hearers: Hearer[] = []
  for (const personId of people) {
    const chosen = settings.get(personId)
    if (!chosen || chosen.channels[notice.kind].length === 0) continue
    const actor = await loadActor(context.tx, personId, 'person')
    if (actor && mayReach(actor, notice.permission, notice)) hearers.push({ personId, actor, settings: chosen })
  }
  return hearers
}

/** To be given a thing and to lose it again within a short time comes to nothing. */
const cancels: Partial<Record<NoticeKind, NoticeKind>> = { 'request-moved': 'request-assigned' }

async function tell(context: Context, personId: string, notice: Notice): Promise<void> {
  await waitForTurnToTell(context, personId)
  const recent = await unreadAbout(context, personId, notice.subjectId, new Date(context.now.getTime() - foldMs))
  const cancelled = recent.find(({ kind }) => kind === cancels[notice.kind])
  if (cancelled) {
    await deleteNotifications(context, [cancelled.id])
    return changeBell(context, personId, null)
  }
  const before = recent.find(({ kind }) => kind === notice.kind)
  if (before) await repeatNotification(context, before.id, notice)
  await changeBell(context, personId, before?.id ?? (await insertNotification(context, personId, notice)))
}

/** What was done and put back leaves no word of it in the bells where it was not read yet. */
const undoable: readonly NoticeKind[] = ['request-assigned', 'request-queued', 'request-moved', 'request-ended', 'request-reopened']

/** Takes back what was told of a thing by what has been undone since. */
export async function withdrawNotices(context: Context, subjectId: string): Promise<void> {
  const since = new Date(context.now.getTime() - undoWindowSeconds * 1000)
  for (const personId of await deleteUnreadAbout(context, subjectId, undoable, since)) await changeBell(context, personId, null)
}

/** Tells the person's own screens that the bell is not as it was. */
export const changeBell = (context: Context, personId: string, notificationId: string | null): Promise<void> =>
  context.publish('identity.bell-changed', { id: notificationId, unitId: null, ownerId: personId })
