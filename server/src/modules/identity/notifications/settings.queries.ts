import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import type { IdentityTables } from '../identity.tables.ts'
import { withDefaults } from './settings.rules.ts'
import type { NoticeSettings } from './settings.rules.ts'

const identity = (context: Pick<Context, 'tx'>) => tablesOf<IdentityTables>(context)

/** The settings of these people, with what holds where nothing was chosen. */
export async function settingsOf(context: Context, people: readonly string[]): Promise<Map<string, NoticeSettings>> {
  if (people.length === 0) return new Map()
  const rows = await identity(context).selectFrom('identity.notification_setting').selectAll().where('person_id', 'in', people).execute()
  const byPerson = new Map(rows.map((row) => [row.person_id, row]))
  return new Map(
    people.map((id) => {
      const row = byPerson.get(id)
      if (!row) return [id, withDefaults()]
      const { channels, quiet, quiet_from: quietFrom, quiet_to: quietTo, paused_until: pausedUntil } = row
      return [id, withDefaults({ channels, quiet, quietFrom, quietTo, pausedUntil })]
    }),
  )
}

export async function storeSettings(context: Context, personId: string, settings: NoticeSettings): Promise<void> {
  const row = {
    channels: JSON.stringify(settings.channels),
    quiet: settings.quiet,
    quiet_from: settings.quietFrom,
    quiet_to: settings.quietTo,
    paused_until: settings.pausedUntil,
  }
  await identity(context)
    .insertInto('identity.notification_setting')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute()
}

/** Those of a unit who work here and have said anything about what they are told of: the rest have not asked for its queue. */
export async function choosersIn(context: Context, unitId: string): Promise<string[]> {
  const rows = await identity(context)
    .selectFrom('identity.person as p')
    .innerJoin('identity.notification_setting as s', 's.person_id', 'p.id')
    .select('p.id')
    .where('p.unit_id', '=', unitId)
    .where('p.active', '=', true)
    .execute()
  return rows.map(({ id }) => id)
}
