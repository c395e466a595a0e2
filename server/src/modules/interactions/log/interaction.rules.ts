import type { BodyOf, contract } from '@parvandeh/contract'
import { checkPhone, foldForStorage } from '@parvandeh/contract/persian'
import type { Actor } from '../../../platform/context.ts'

/** What a person or a machine says of an interaction. */
export type InteractionInput = BodyOf<typeof contract.interactions.log>

const clockTolerance = 5 * 60_000
/** The first day of 1300, before which nothing was recorded in this calendar's century. */
const earliest = Date.parse('1921-03-20T20:30:00Z')

/** Why an interaction cannot have begun then, or null. Clocks of machines may be a little fast. */
export function whyNotBegun(startedAt: Date, now: Date): 'too-late' | 'too-early' | null {
  if (startedAt.getTime() > now.getTime() + clockTolerance) return 'too-late'
  return startedAt.getTime() < earliest ? 'too-early' : null
}

/** Whether somebody may have chosen this id by now: of version 7, and of a moment that has come. */
export const isIdOfNow = (id: string, now: Date): boolean =>
  id[14] === '7' && Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) <= now.getTime() + clockTolerance

/** The input with texts as they are kept, and without what its kind cannot have. */
export function settleInput(input: InteractionInput): InteractionInput {
  const settled = {
    ...input,
    subject: foldForStorage(input.subject),
    body: foldForStorage(input.body),
    documentIds: [...new Set(input.documentIds)],
    // Only a call can go unanswered.
    answered: input.kind !== 'call' || input.answered,
    cityId: input.kind === 'visit' || input.kind === 'parcel' ? input.cityId : null,
    wrongNumber: input.kind === 'call' && input.wrongNumber ? numberOf(input.wrongNumber) : null,
  }
  if (input.kind === 'note') return { ...settled, direction: 'internal', minutes: null }
  return input.kind === 'parcel' ? { ...settled, minutes: null } : settled
}

/** A number as files keep it, so that the two can be told to be one. */
function numberOf(typed: string): string {
  const { valid, value } = checkPhone(typed)
  return valid ? value : foldForStorage(typed)
}

const excerptLength = 200

/** The beginning of a text in one line, not cut within a character. */
export const excerptOf = (body: string): string => [...body.replaceAll(/\s+/gu, ' ')].slice(0, excerptLength).join('')

/** Whoever comes with an access token is a machine; a person types. */
export const sourceOf = (actor: Pick<Actor, 'kind'>): 'hand' | 'machine' => (actor.kind === 'person' ? 'hand' : 'machine')
