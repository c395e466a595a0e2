import type { CallOf, classificationRoutes, classMarks, Condition, Leaf, ResponseOf } from '@parvandeh/contract'
import { newKey } from '../../../api/new-key.ts'

export type Scheme = ResponseOf<typeof classificationRoutes.list>['schemes'][number]
type Body = NonNullable<CallOf<typeof classificationRoutes.add>['body']>
export type Mark = (typeof classMarks)[number]

/** A leaf while it is being written: field and operator may still be missing. */
export interface LeafValues {
  key: string
  field: string | null
  is: Leaf['is'] | null
  value: Leaf['value']
}

/** A condition of one level, as the form writes it; `nested` is one that it cannot write, and keeps. */
export interface RuleValues {
  joined: 'all' | 'any'
  leaves: LeafValues[]
  nested: Condition | null
}

export interface ClassValues {
  key: string
  id: string | null
  name: string
  nameEn: string
  mark: Mark
  rule: RuleValues
}

export interface SchemeValues {
  name: string
  nameEn: string
  by: 'hand' | 'rule'
  accessClass: Scheme['accessClass']
  active: boolean
  isProtected: boolean
  protectedReason: string
  classes: ClassValues[]
}

const isLeaf = (one: Condition): one is Leaf => 'field' in one

/** A condition as the form shows it. */
export function ruleOf(condition: Condition | null): RuleValues {
  if (condition === null) return { joined: 'all', leaves: [], nested: null }
  const [joined, parts] =
    'any' in condition ? (['any', condition.any] as const) : (['all', 'all' in condition ? condition.all : [condition]] as const)
  if (!parts.every(isLeaf)) return { joined: 'all', leaves: [], nested: condition }
  return { joined, nested: null, leaves: parts.map(({ field, is, value }) => ({ key: newKey(), field, is, value })) }
}

/** The condition that a form says; leaves that are not finished are left out. */
export function conditionOf({ joined, leaves, nested }: RuleValues): Condition | null {
  if (nested) return nested
  const parts = leaves.flatMap(({ field, is, value }): Leaf[] =>
    field === null || is === null ? [] : [{ field, is, ...(value === undefined ? {} : { value }) }],
  )
  const [first] = parts
  if (!first) return null
  return parts.length === 1 ? first : joined === 'all' ? { all: parts } : { any: parts }
}

/** A class with nothing in it yet. */
export const emptyClass = (mark: Mark = 'star'): ClassValues => ({
  key: newKey(),
  id: null,
  name: '',
  nameEn: '',
  mark,
  rule: ruleOf(null),
})

/** The form of a scheme, or of a new one. */
export const valuesOf = (scheme: Scheme | null): SchemeValues =>
  scheme
    ? {
        name: scheme.name,
        nameEn: scheme.nameEn ?? '',
        by: scheme.by,
        accessClass: scheme.accessClass,
        active: scheme.active,
        isProtected: scheme.protectedReason !== null,
        protectedReason: scheme.protectedReason ?? '',
        classes: scheme.classes
          .filter(({ active }) => active)
          .map(({ id, name, nameEn, mark, condition }) => ({ key: id, id, name, nameEn: nameEn ?? '', mark, rule: ruleOf(condition) })),
      }
    : {
        name: '',
        nameEn: '',
        by: 'hand',
        accessClass: 'internal',
        active: true,
        isProtected: false,
        protectedReason: '',
        classes: [emptyClass('star'), emptyClass('circle')],
      }

/** What to send. */
export const bodyOf = ({ isProtected, protectedReason, classes, nameEn, ...values }: SchemeValues): Body => ({
  ...values,
  nameEn: nameEn.trim() || null,
  protectedReason: isProtected ? protectedReason.trim() || null : null,
  classes: classes.map((one) => ({
    id: one.id,
    name: one.name,
    nameEn: one.nameEn.trim() || null,
    mark: one.mark,
    active: true,
    condition: values.by === 'rule' ? conditionOf(one.rule) : null,
  })),
})
