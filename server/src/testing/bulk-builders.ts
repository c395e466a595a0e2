import { contract } from '@parvandeh/contract'
import type { BulkView, CallOf } from '@parvandeh/contract'
import { expect } from 'vitest'
import { newId } from '../platform/ids.ts'
import { openLog } from '../platform/log.ts'
import type { CommandRunner } from '../platform/run-command.ts'
import type { TestApp, TestPerson } from './open-test-app.ts'

const { customerBulk, bulk } = contract
export type BulkAsked = NonNullable<CallOf<typeof customerBulk.preview>['body']>

/** Somebody who sees and writes every file. */
export const newChief = (site: TestApp, unitId: string): Promise<TestPerson> =>
  site.addPerson('مهتاب گرداننده', {
    unitId,
    grants: { 'customers.read': 'all', 'customers.write': 'all', 'customers.manage': 'all' },
  })

/** A change of all files of a name. */
export const named = (q: string, change: BulkAsked['change']): BulkAsked => ({ which: { filters: { q } }, change })

/** Begins a change by the door. */
export async function beginBulk(site: TestApp, as: TestPerson, asked: BulkAsked): Promise<BulkView> {
  const { body, status, text } = await site.call(customerBulk.apply, { as, body: { id: newId(), ...asked } })
  expect(status, text).toBe(200)
  return body
}

/** Asks a route of one change, as a person. */
export const askBulk = async (site: TestApp, as: TestPerson, route: typeof bulk.show, { id }: BulkView): Promise<BulkView> =>
  (await site.call(route, { as, params: { bulkId: id } })).body

/** Works one change off as the queue does, a transaction at a time; `around` stands for what may happen meanwhile. */
export async function workBulkOff(
  site: TestApp,
  { id }: BulkView,
  around: (run: CommandRunner) => CommandRunner = (run) => run,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const reaction = site.app.reactions.find(({ name }) => name === 'identity.work-bulk')
  if (!reaction || !('work' in reaction)) throw new Error('nobody works changes of many rows off')
  const payload = { id, work: true, unitId: null, ownerId: null, notices: [] }
  const event = { id: newId(), name: 'identity.bulk-changed' as const, payload, occurredAt: site.clock.now, heldUntil: null }
  const tools = { runAsSystem: around(site.app.runAsSystem), log: openLog('fatal'), signal }
  do await reaction.work(tools, event)
  while (await isUnderWay(site, id))
}

/** A change that has had its turn goes on when what else waits has had its own. */
async function isUnderWay(site: TestApp, id: string): Promise<boolean> {
  const found = await site.owner.query(`select 1 from identity.bulk where id = $1 and state in ('working', 'undoing')`, [id])
  return found.rows.length > 0
}

/** Once so many rows of a change have been dealt with, something happens, between two transactions. */
export const onceDone =
  (site: TestApp, one: BulkView, count: number, happen: () => Promise<unknown>) =>
  (run: CommandRunner): CommandRunner => {
    let isOver = false
    return async (command) => {
      const done = await run(command)
      if (!isOver && (await countDealtWith(site, one)) >= count) {
        isOver = true
        await happen()
      }
      return done
    }
  }

async function countDealtWith(site: TestApp, { id }: BulkView): Promise<number> {
  const counted = await site.owner.query(`select sum(count) as n from identity.bulk_tally where bulk_id = $1 and step = 'change'`, [id])
  return Number(counted.rows[0].n)
}
