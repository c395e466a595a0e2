import { duplicateReason } from '@parvandeh/contract'
import type { AccessClass, DuplicateReason } from '@parvandeh/contract'
import type { ComparedFile } from './compared-file.rules.ts'
import type { Evidence } from './evidence.types.ts'
import { isFatherAndChild, likenessOfNames, nameEvidence } from './name-evidence.rules.ts'
import { givenLikeness, organisationLikeness } from './names.rules.ts'
import { organisationWeights, personWeights, priorBits } from './weights.rules.ts'

/** What comparing two files came to. */
export interface Comparison {
  /** How likely the two are one customer, from 0 to 1. */
  score: number
  /** What speaks for it, in the order in which it is told. */
  reasons: DuplicateReason[]
  /** Why the two are surely two, whatever else they share. */
  veto: Veto | null
}

export type Veto = 'kind' | 'national-code' | 'company-id' | 'given-name' | 'father-and-child' | 'branch'

/** Whose reading each reason needs: it tells of a value of that class. */
export const reasonClasses: Record<DuplicateReason, AccessClass> = {
  'national-code': 'sensitive',
  'foreign-code': 'sensitive',
  'company-id': 'internal',
  'registration-number': 'internal',
  'economic-code': 'financial',
  'name-same': 'public',
  'name-swapped': 'public',
  'name-near': 'public',
  'name-part': 'public',
  'father-same': 'sensitive',
  'birth-same': 'sensitive',
  'birth-near': 'sensitive',
  mobile: 'internal',
  phone: 'internal',
  email: 'internal',
  website: 'internal',
  'postal-code': 'internal',
  address: 'internal',
  city: 'internal',
  nameless: 'public',
}

/** How likely two files are of one customer, with the reasons. The order of the two does not matter. */
export function compareFiles(a: ComparedFile, b: ComparedFile): Comparison {
  if (a.kind !== b.kind) return refused('kind')
  const found = a.kind === 'person' ? personEvidence(a, b) : organisationEvidence(a, b)
  if ('veto' in found) return refused(found.veto)
  const bits = found.evidence.reduce((sum, one) => sum + one.bits, priorBits)
  const reasons = found.evidence
    .filter((one) => one.bits > 0 && one.reason !== undefined)
    .flatMap(({ reason }) => reason ?? [])
    .toSorted((one, other) => duplicateReason.options.indexOf(one) - duplicateReason.options.indexOf(other))
  return { score: 1 / (1 + 2 ** -bits), reasons: [...new Set(reasons)], veto: null }
}

const refused = (veto: Veto): Comparison => ({ score: 0, reasons: [], veto })

type Found = { veto: Veto } | { evidence: Evidence[] }

function personEvidence(a: ComparedFile, b: ComparedFile): Found {
  if (a.nationalCode !== null && b.nationalCode !== null && a.nationalCode !== b.nationalCode) return { veto: 'national-code' }
  const name = likenessOfNames(a, b)
  if (name.first === 'differ') return { veto: 'given-name' }
  if (isFatherAndChild(a, b, name)) return { veto: 'father-and-child' }
  const w = personWeights
  return {
    evidence: [
      ...nameEvidence(a, b, name),
      ...sameCode(a.nationalCode, b.nationalCode, w.nationalCode.same, 0, 'national-code'),
      ...sameCode(a.foreignCode, b.foreignCode, w.foreignCode.same, w.foreignCode.differ, 'foreign-code'),
      ...fatherEvidence(a, b),
      ...birthEvidence(a.birthDate, b.birthDate),
      ...(a.gender !== null && b.gender !== null && a.gender !== b.gender ? [{ bits: w.gender.differ }] : []),
      ...phoneEvidence(a, b, w.phone),
      ...emailEvidence(a, b, w.email),
      ...placeEvidence(a, b, w),
    ],
  }
}

function organisationEvidence(a: ComparedFile, b: ComparedFile): Found {
  if (a.companyNationalId !== null && b.companyNationalId !== null && a.companyNationalId !== b.companyNationalId)
    return { veto: 'company-id' }
  const name = organisationLikeness(a.organisation, b.organisation)
  if (name === 'other-branch') return { veto: 'branch' }
  const w = organisationWeights
  const reason = name === 'same' ? 'name-same' : name === 'near' ? 'name-near' : 'name-part'
  const isNameless = a.isNameless || b.isNameless
  return {
    evidence: [
      ...(name === undefined ? [] : [{ bits: w.name[name], reason } as const]),
      ...(isNameless ? [{ bits: w.nameless, reason: 'nameless' } as const] : []),
      ...sameCode(a.companyNationalId, b.companyNationalId, w.companyNationalId.same, 0, 'company-id'),
      ...sameCode(
        a.registrationNumber,
        b.registrationNumber,
        w.registrationNumber.same,
        w.registrationNumber.differ,
        'registration-number',
      ),
      ...sameCode(a.economicCode, b.economicCode, w.economicCode.same, w.economicCode.differ, 'economic-code'),
      ...phoneEvidence(a, b, { mobile: w.phone.shared, landline: w.phone.shared, differ: w.phone.differ }),
      ...emailEvidence(a, b, w.email),
      ...(a.websites.some((one) => b.websites.includes(one)) ? [{ bits: w.website.same, reason: 'website' } as const] : []),
      ...placeEvidence(a, b, w),
    ],
  }
}

function fatherEvidence(a: ComparedFile, b: ComparedFile): Evidence[] {
  const likeness = givenLikeness(a.father, b.father)
  if (likeness === undefined) return []
  return [{ bits: personWeights.father[likeness], reason: 'father-same' }]
}

function birthEvidence(a: string | null, b: string | null): Evidence[] {
  if (a === null || b === null) return []
  if (a === b) return [{ bits: personWeights.birth.same, reason: 'birth-same' }]
  const [one, other] = [a.split('-'), b.split('-')]
  const agreeing = one.filter((part, index) => part === other[index]).length
  const isTurned = one[0] === other[0] && one[1] === other[2] && one[2] === other[1]
  return agreeing === 2 || isTurned ? [{ bits: personWeights.birth.near, reason: 'birth-near' }] : [{ bits: personWeights.birth.differ }]
}

function sameCode(a: string | null, b: string | null, same: number, differ: number, reason: DuplicateReason): Evidence[] {
  if (a === null || b === null) return []
  return a === b ? [{ bits: same, reason }] : [{ bits: differ }]
}

/** Numbers whole; of one that was typed without its area code, the last eight digits. */
function phoneEvidence(a: ComparedFile, b: ComparedFile, w: { mobile: number; landline: number; differ: number }): Evidence[] {
  if (a.mobiles.some((one) => b.mobiles.includes(one))) return [{ bits: w.mobile, reason: 'mobile' }]
  const isLandline = (one: string) =>
    b.landlines.some((other) => one === other || (isLocal(one, other) && one.slice(-8) === other.slice(-8)))
  if (a.landlines.some(isLandline)) return [{ bits: w.landline, reason: 'phone' }]
  return a.tails.length > 0 && b.tails.length > 0 ? [{ bits: w.differ }] : []
}

const isLocal = (a: string, b: string): boolean => a.length === 8 || b.length === 8

const generalBoxes = /^(?:info|office|contact|mail|email|admin|sales|support|help|no-?reply|hello)@/u

function emailEvidence(a: ComparedFile, b: ComparedFile, w: { same: number; general: number }): Evidence[] {
  const shared = a.emails.filter((one) => b.emails.includes(one))
  if (shared.length === 0) return []
  return [{ bits: shared.every((one) => generalBoxes.test(one)) ? w.general : w.same, reason: 'email' }]
}

interface PlaceWeights {
  city: { same: number; differ: number }
  address: { postalCode: number; words: number }
}

function placeEvidence(a: ComparedFile, b: ComparedFile, w: PlaceWeights): Evidence[] {
  const city: Evidence[] =
    a.cityId === null || b.cityId === null
      ? []
      : a.cityId === b.cityId
        ? [{ bits: w.city.same, reason: 'city' }]
        : [{ bits: w.city.differ }]
  if (a.postalCodes.some((one) => b.postalCodes.includes(one))) return [...city, { bits: w.address.postalCode, reason: 'postal-code' }]
  const isOne = a.addresses.some((one) => b.addresses.some((other) => isSameAddress(one, other)))
  return isOne ? [...city, { bits: w.address.words, reason: 'address' }] : city
}

/** Most words shared, and no number that the other has not. */
function isSameAddress(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 3 || b.length < 3) return false
  const [one, other] = [new Set(a), new Set(b)]
  const numbers = (words: ReadonlySet<string>) =>
    [...words]
      .filter((word) => /^\d+$/u.test(word))
      .toSorted()
      .join(' ')
  if (numbers(one) !== numbers(other)) return false
  const shared = [...one].filter((word) => other.has(word)).length
  return shared / Math.min(one.size, other.size) >= 0.6 && shared >= 3
}
