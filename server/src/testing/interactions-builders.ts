import { contract } from '@parvandeh/contract'
import type { CallOf, ResponseOf } from '@parvandeh/contract'
import type { Reply, TestApp, TestPerson } from './open-test-app.ts'

type LogBody = NonNullable<CallOf<typeof contract.interactions.log>['body']>

/** Logs an interaction by the front door: a call just now, unless said otherwise. */
export function logByDoor(
  site: TestApp,
  as: TestPerson,
  customerId: string,
  said: Partial<LogBody> = {},
): Promise<Reply<ResponseOf<typeof contract.interactions.log>>> {
  const body: LogBody = {
    kind: 'call',
    direction: 'in',
    channel: 'phone',
    personId: null,
    startedAt: site.clock.now.toISOString(),
    minutes: 3,
    subject: 'پرسش دربارهٔ صورت‌حساب',
    body: '',
    ...said,
  }
  return site.call(contract.interactions.log, { as, params: { customerId }, body })
}
