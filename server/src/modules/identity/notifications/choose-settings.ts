import type { AnswerOf, BodyOf, NoticeChannel, notificationRoutes } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { writeAudit } from '../audit/audit.queries.ts'
import { changeBell } from './deliver-notices.ts'
import { settingsOf, storeSettings } from './settings.queries.ts'
import { withDefaults } from './settings.rules.ts'
import type { Channels, NoticeSettings } from './settings.rules.ts'

type Answer = AnswerOf<typeof notificationRoutes.settings>

/** What the reader wishes to be told of, and by which of the channels there are. */
export async function showSettings(context: Context, personId: string, offered: readonly NoticeChannel[]): Promise<Answer> {
  return presentSettings((await settingsOf(context, [personId])).get(personId) ?? withDefaults(), offered)
}

/** Stores the choice. A channel that nobody has set up is not kept: it would promise what does not come. */
export async function chooseSettings(
  context: Context,
  personId: string,
  body: BodyOf<typeof notificationRoutes.setSettings>,
  offered: readonly NoticeChannel[],
): Promise<Answer> {
  const before = (await settingsOf(context, [personId])).get(personId) ?? withDefaults()
  const wanted = Object.entries(body.channels).map(([kind, channels]) => [kind, channels.filter((one) => offered.includes(one))])
  const chosen = withDefaults({
    ...body,
    channels: Object.fromEntries(wanted) as Channels,
    pausedUntil: body.pausedUntil === null ? null : new Date(body.pausedUntil),
  })
  await storeSettings(context, personId, chosen)
  await writeAudit(context, { action: 'notification.settings-chosen', subjectType: 'person', subjectId: personId, before, after: chosen })
  await changeBell(context, personId, null)
  return presentSettings(chosen, offered)
}

const presentSettings = ({ pausedUntil, ...settings }: NoticeSettings, offered: readonly NoticeChannel[]): Answer => ({
  ...settings,
  pausedUntil: pausedUntil?.toISOString() ?? null,
  offered: [...offered],
})
