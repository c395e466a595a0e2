import type pg from 'pg'
import { seedPlaces } from './modules/customers/index.ts'
import { auditTable } from './modules/identity/index.ts'
import { prepareDatabase } from './platform/database/prepare.ts'
import { seedCalendarDays } from './platform/seed-calendar-days.ts'

/** What every organisation's database is filled with before its first use, in order. */
const seeds: ((client: pg.ClientBase) => Promise<void>)[] = [seedCalendarDays, seedPlaces]

/**
 * Makes a database ready to be served: creates it if absent, migrates it, fills reference data, prepares the
 * application's role. Returns the connection string under that role.
 */
export async function prepareOrganisation(ownerUrl: string, role: { name: string; password: string }): Promise<string> {
  return prepareDatabase({ ownerUrl, applicationRole: role.name, applicationPassword: role.password, appendOnly: [auditTable], seeds })
}
