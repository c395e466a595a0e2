import { tablesOf } from '../../../platform/context.ts'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { IdentityTables } from '../identity.tables.ts'

interface Organisation {
  name: string
  zone: string
  currency: 'rial' | 'toman'
  demo: boolean
}

export async function organisationOf(context: Pick<Context, 'tx'>): Promise<Organisation | undefined> {
  return tablesOf<IdentityTables>(context)
    .selectFrom('identity.organisation')
    .select(['name', 'zone', 'currency', 'demo'])
    .executeTakeFirst()
}

/** Writes the one organisation; false when there is one already. Of two at once, the second waits and then is late. */
export async function insertOrganisation(context: Context, { name, demo }: { name: string; demo: boolean }): Promise<boolean> {
  const made = await tablesOf<IdentityTables>(context)
    .insertInto('identity.organisation')
    .values({ id: 1, name, demo, zone: 'Asia/Tehran', currency: 'rial', created_at: context.now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

const officeHours = [{ from: '08:00', to: '16:30' }]

/** Saturday to Wednesday 8:00 to 16:30, Thursday until 12:30, Friday free. */
export const standardWeek = [officeHours, officeHours, officeHours, officeHours, officeHours, [{ from: '08:00', to: '12:30' }], []]

/** The calendar that an organisation starts with, and its administrator changes. */
export async function insertStandardCalendar(context: Context): Promise<void> {
  await tablesOf<IdentityTables>(context)
    .insertInto('identity.calendar_rule')
    .values({
      id: newId(context.now),
      owner_kind: 'organisation',
      owner_id: null,
      valid_from: '2001-03-21',
      valid_to: null,
      week: JSON.stringify(standardWeek),
    })
    .execute()
}

/** The organisation's time zone, in which its days begin; Tehran's before it is set up. */
export const zoneOf = async (context: Pick<Context, 'tx'>): Promise<string> => (await organisationOf(context))?.zone ?? 'Asia/Tehran'
