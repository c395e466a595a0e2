import type { ComparedFile } from './compared-file.rules.ts'
import type { Evidence } from './evidence.types.ts'
import { familyLikeness, givenLikeness, isCommonFamily, isCommonGiven } from './names.rules.ts'
import type { Likeness } from './names.rules.ts'
import { personWeights } from './weights.rules.ts'

/** How alike the two names of two people are; `swapped`: each in the place of the other. */
export interface NameLikeness {
  first: Likeness | undefined
  last: Likeness | undefined
  swapped: boolean
}

const rank = (likeness: Likeness | undefined): number => (likeness === undefined ? 1.5 : { same: 3, near: 2, part: 1, differ: 0 }[likeness])

/** Names as they are, in each other's places, or not parted into given name and family name at all. */
export function likenessOfNames(a: ComparedFile, b: ComparedFile): NameLikeness {
  if (a.isNameless || b.isNameless) return { first: undefined, last: undefined, swapped: false }
  const straight = { first: givenLikeness(a.first, b.first), last: familyLikeness(a.last, b.last), swapped: false }
  if (a.first + a.last === b.first + b.last) return { first: 'same', last: 'same', swapped: false }
  if (a.first + a.last === b.last + b.first) return { first: 'same', last: 'same', swapped: true }
  if ((a.first === '') !== (b.first === '')) return wholeInOne(a, b)
  // Which of the two has them in the right places is told by the names themselves.
  const [right, turned] = isCommonGiven(b.first) || isCommonGiven(a.last) ? [b, a] : [a, b]
  const crossed = { first: givenLikeness(right.first, turned.last), last: familyLikeness(right.last, turned.first), swapped: true }
  const isBetter = rank(crossed.first) + rank(crossed.last) > rank(straight.first) + rank(straight.last) + 1
  return isBetter && crossed.first !== 'differ' && crossed.last !== 'differ' ? crossed : straight
}

/** One of the two has the whole name in the place of the family name, or no given name at all. */
function wholeInOne(a: ComparedFile, b: ComparedFile): NameLikeness {
  const [bare, full] = a.first === '' ? [a, b] : [b, a]
  // What is left of the whole beside the family name is the given name.
  for (const rest of [
    bare.last.endsWith(full.last) && bare.last.slice(0, -full.last.length),
    bare.last.startsWith(full.last) && bare.last.slice(full.last.length),
  ])
    if (full.last !== '' && rest && rest.length >= 2) return { first: givenLikeness(rest, full.first), last: 'same', swapped: false }
  const whole = [full.first + full.last, full.last + full.first].map((name) => familyLikeness(bare.last, name))
  const best = whole.find((one) => one === 'same') ?? whole.find((one) => one === 'near')
  if (best) return { first: best, last: best, swapped: false }
  return { first: undefined, last: familyLikeness(bare.last, full.last), swapped: false }
}

/** One bears the family name of the other and names them as the father: two people, though they share house and telephone. */
export function isFatherAndChild(a: ComparedFile, b: ComparedFile, { first, swapped }: NameLikeness): boolean {
  if (first === undefined || first === 'same') return false
  const isFather = (father: ComparedFile, child: ComparedFile) => {
    const names = [father.first, ...(swapped ? [father.last] : [])].map((name) => givenLikeness(child.father, name))
    return names.some((one) => one === 'same' || one === 'near') && givenLikeness(child.father, father.father) !== 'same'
  }
  return isFather(a, b) || isFather(b, a)
}

export function nameEvidence(a: ComparedFile, b: ComparedFile, { first, last, swapped }: NameLikeness): Evidence[] {
  const w = personWeights
  if (a.isNameless || b.isNameless) return [{ bits: w.nameless, reason: 'nameless' }]
  const isCommon = { first: isCommonGiven(a.first) || isCommonGiven(b.first), last: isCommonFamily(a.last) || isCommonFamily(b.last) }
  const firstBits = bitsOfGiven(first, isCommon.first, isPersonal(a, b))
  const lastBits = last === undefined ? 0 : last === 'same' ? w.last[isCommon.last ? 'sameCommon' : 'same'] : w.last[last]
  const isSame = (first === 'same' || first === undefined) && last === 'same'
  const isNear = [first, last].every((one) => one === 'same' || one === 'near')
  const reason = swapped ? 'name-swapped' : isSame && first === 'same' ? 'name-same' : isNear ? 'name-near' : 'name-part'
  return [{ bits: firstBits + lastBits, reason }]
}

function bitsOfGiven(likeness: Likeness | undefined, isCommon: boolean, hasPersonal: boolean): number {
  const w = personWeights.first
  if (likeness === undefined) return w.missing
  if (likeness === 'same') return isCommon ? w.sameCommon : w.same
  if (likeness === 'part') return hasPersonal ? w.partOfOne : w.part
  return likeness === 'near' ? w.near : 0
}

/** Whether they share what is nobody's but one person's, and not the household's. */
const isPersonal = (a: ComparedFile, b: ComparedFile): boolean =>
  (a.nationalCode !== null && a.nationalCode === b.nationalCode) ||
  (a.foreignCode !== null && a.foreignCode === b.foreignCode) ||
  (a.birthDate !== null && a.birthDate === b.birthDate)
