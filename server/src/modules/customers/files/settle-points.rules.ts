import { consentPurposes } from '@parvandeh/contract'
import type { accessPointInput } from '@parvandeh/contract'
import type { z } from 'zod'
import type { AccessPoint, ConsentFacts } from './file.types.ts'

interface Settling {
  /** As they were before, if the file was there. */
  before: readonly AccessPoint[]
  /** What was said of each of the tidied points, in the same order. */
  said: readonly Pick<z.output<typeof accessPointInput>, 'consentHow'>[]
  /** When, and by whom. */
  at: string
  by: string | null
}

/** The points with when and by whom each was verified, and when, by whom and how each consent was given or withdrawn. */
export function settlePoints(points: readonly AccessPoint[], { before, said, at, by }: Settling): AccessPoint[] {
  const old = new Map(before.map((point) => [point.id, point]))
  return points.map((point, index) => {
    const was = old.get(point.id)
    // What was agreed of one number does not hold of another.
    const same = was && was.kind === point.kind && was.value === point.value ? was : undefined
    const keepsCheck = point.verified && same?.verified === true
    return {
      ...point,
      verifiedAt: point.verified ? (keepsCheck ? same.verifiedAt : at) : null,
      verifiedBy: point.verified ? (keepsCheck ? same.verifiedBy : by) : null,
      consentFacts: consentFactsOf(point, same, said[index]?.consentHow ?? {}, { at, by }),
    }
  })
}

function consentFactsOf(
  point: AccessPoint,
  was: AccessPoint | undefined,
  how: Partial<Record<string, string>>,
  who: { at: string; by: string | null },
): ConsentFacts {
  const facts: ConsentFacts = {}
  for (const purpose of consentPurposes) {
    const [now, then] = [point.consents[purpose], was?.consents[purpose]]
    const kept = was?.consentFacts[purpose]
    const isNew = now !== undefined && (now !== then || (how[purpose] !== undefined && how[purpose] !== kept?.how))
    // A consent that was never given and is not given now is no fact.
    const isFact = isNew && (now || then !== undefined)
    if (isFact) facts[purpose] = { ...who, how: how[purpose] ?? null }
    else if (kept) facts[purpose] = kept
  }
  return facts
}
