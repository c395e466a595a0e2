import type { Condition, ConditionValue, Leaf, Operator } from '@parvandeh/contract'

/** One line of a condition while it is being written: a field, what is asked of it, and the value, as far as they are known. */
export interface Line {
  id: string
  field: string
  is: Operator
  value?: ConditionValue | undefined
  not: boolean
}

/** Lines that are joined: all of them, any of them, or none of them. */
export interface Group {
  id: string
  join: Join
  parts: Part[]
}

export type Join = 'all' | 'any' | 'none'
export type Part = Line | Group

export const isGroup = (part: Part): part is Group => 'parts' in part

let made = 0
const newKey = () => `part-${(made += 1)}`

export const newLine = (field: string, is: Operator, value?: ConditionValue): Line => ({ id: newKey(), field, is, value, not: false })
export const newGroup = (join: Join, parts: Part[] = []): Group => ({ id: newKey(), join, parts })

/** A condition as lines and groups, ready to be changed; none at all is an empty group. */
export function draftOf(condition: Condition | null): Group {
  if (condition === null) return newGroup('all')
  const part = partOf(condition)
  return isGroup(part) ? part : newGroup('all', [part])
}

function partOf(one: Condition): Part {
  if ('all' in one) return newGroup('all', one.all.map(partOf))
  if ('any' in one) return newGroup('any', one.any.map(partOf))
  if (!('not' in one)) return newLine(one.field, one.is, one.value)
  if ('not' in one.not) return partOf(one.not.not)
  if ('any' in one.not) return newGroup('none', one.not.any.map(partOf))
  if ('all' in one.not) return newGroup('none', [partOf(one.not)])
  return { ...newLine(one.not.field, one.not.is, one.not.value), not: true }
}

/** The condition that a draft says; lines that are not finished are left out, and nothing finished is no condition. */
export function conditionOf(group: Group, isFinished: (line: Line) => boolean): Condition | null {
  const parts = group.parts.flatMap((part): Condition[] => {
    if (isGroup(part)) {
      const within = conditionOf(part, isFinished)
      return within === null ? [] : [within]
    }
    return isFinished(part) ? [leafOf(part)] : []
  })
  const [first] = parts
  if (first === undefined) return null
  if (group.join === 'none') return { not: parts.length === 1 ? first : { any: parts } }
  if (parts.length === 1) return first
  return group.join === 'all' ? { all: parts } : { any: parts }
}

function leafOf({ field, is, value, not }: Line): Condition {
  const leaf: Leaf = { field, is, ...(value === undefined ? {} : { value }) }
  return not ? { not: leaf } : leaf
}

/** All lines of a draft, in their order. */
export const linesOf = (group: Group): Line[] => group.parts.flatMap((part) => (isGroup(part) ? linesOf(part) : [part]))

/** What is joined by "and" at the top of a condition: each can stand, and be taken away, by itself. */
export const partsJoined = (condition: Condition): Condition[] => ('all' in condition ? condition.all : [condition])

/** The condition without one of the parts that are joined at its top. */
export function withoutPart(condition: Condition, place: number): Condition | null {
  const rest = partsJoined(condition).filter((_, index) => index !== place)
  return rest.length === 0 ? null : rest.length === 1 ? rest[0]! : { all: rest }
}

/** A condition as the address holds it; none is left out. */
export function jsonOfCondition(condition: Condition | null): string | undefined {
  return condition === null ? undefined : JSON.stringify(condition)
}
