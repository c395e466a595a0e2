import { describe, expect, it } from 'vitest'
import type { RequestStatus } from '../facts/facts.types.ts'
import { requestVerbs, whatCanBeDone, whyNot, whyNotMergeInto } from './request.rules.ts'

const statuses: RequestStatus[] = ['new', 'open', 'waiting', 'resolved', 'closed', 'merged']

/** A row for each verb, a column for each status: yes, or the refusal. */
const table: Record<(typeof requestVerbs)[number], string[]> = {
  take: ['yes', 'yes', 'yes', 'request-not-open', 'request-not-open', 'request-merged'],
  assign: ['yes', 'yes', 'yes', 'request-not-open', 'request-not-open', 'request-merged'],
  refer: ['yes', 'yes', 'yes', 'request-not-open', 'request-not-open', 'request-merged'],
  answer: ['yes', 'yes', 'yes', 'yes', 'request-not-open', 'request-merged'],
  wait: ['yes', 'yes', 'yes', 'request-not-open', 'request-not-open', 'request-merged'],
  resume: ['request-not-waiting', 'request-not-waiting', 'yes', 'request-not-waiting', 'request-not-waiting', 'request-merged'],
  resolve: ['yes', 'yes', 'yes', 'request-not-open', 'request-not-open', 'request-merged'],
  reopen: ['request-not-resolved', 'request-not-resolved', 'request-not-resolved', 'yes', 'yes', 'yes'],
  close: ['request-not-resolved', 'request-not-resolved', 'request-not-resolved', 'yes', 'request-not-resolved', 'request-merged'],
  merge: ['yes', 'yes', 'yes', 'request-not-open', 'request-not-open', 'request-merged'],
  edit: ['yes', 'yes', 'yes', 'yes', 'yes', 'request-merged'],
  attach: ['yes', 'yes', 'yes', 'yes', 'yes', 'request-merged'],
  logInteraction: ['yes', 'yes', 'yes', 'yes', 'yes', 'request-merged'],
}

describe.each(requestVerbs)('%s', (verb) => {
  it.each(statuses.map((status, index) => [status, table[verb][index] ?? '']))('of a request that is %s: %s', (status, answer) => {
    expect(whyNot(verb, { status, holderId: null }, 'لیلا') ?? 'yes').toBe(answer)
  })
})

it('is taken only from the queue', () => {
  expect(whyNot('take', { status: 'open', holderId: 'لیلا' }, 'لیلا')).toBe('request-already-held')
  expect(whyNot('take', { status: 'open', holderId: 'بهرام' }, 'لیلا')).toBe('request-held-by-another')
  expect(whyNot('take', { status: 'open', holderId: null }, null)).toBe('not-permitted')
})

it('offers nothing to whoever may only read', () => {
  expect(Object.values(whatCanBeDone({ status: 'new', holderId: null }, { personId: 'لیلا', mayWrite: false }))).not.toContain(true)
})

describe('merging', () => {
  const request = { id: 'یک', fileIds: ['رستمی', 'رستمی پیشین'] }
  const into = (id: string, customerId: string) => whyNotMergeInto(request, { id, customerId, status: 'open', holderId: null })
  it.each(statuses.map((status) => [status, ['new', 'open', 'waiting'].includes(status)] as const))(
    'into a request that is %s: %s',
    (status, allowed) => {
      expect(whyNotMergeInto(request, { id: 'دو', customerId: 'رستمی', status, holderId: null }) === undefined).toBe(allowed)
    },
  )
  it('is refused into itself and across files, and not across the ids of one', () => {
    expect(into('یک', 'رستمی')).toBe('merge-refused')
    expect(into('دو', 'کریمی')).toBe('merge-refused')
    expect(into('دو', 'رستمی پیشین')).toBeUndefined()
  })
})
