import type { CallOf, classificationRoutes, classMarks, ResponseOf } from '@parvandeh/contract'
import { newKey } from '../../../api/new-key.ts'
import { conditionOf, draftOf, type Group } from '../../../lists/condition/draft.rules.ts'

export type Scheme = ResponseOf<typeof classificationRoutes.list>['schemes'][number]
type Body = NonNullable<CallOf<typeof classificationRoutes.add>['body']>
export type Mark = (typeof classMarks)[number]

export interface ClassValues {
  key: string
  id: string | null
  name: string
  nameEn: string
  mark: Mark
  rule: Group
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

/** A class with nothing in it yet. */
export const emptyClass = (mark: Mark = 'star'): ClassValues => ({
  key: newKey(),
  id: null,
  name: '',
  nameEn: '',
  mark,
  rule: draftOf(null),
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
          .map(({ id, name, nameEn, mark, condition }) => ({ key: id, id, name, nameEn: nameEn ?? '', mark, rule: draftOf(condition) })),
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

/** What to send; lines of a condition that are not finished are left out. */
export const bodyOf = (
  { isProtected, protectedReason, classes, nameEn, ...values }: SchemeValues,
  isFinished: Parameters<typeof conditionOf>[1],
): Body => ({
  ...values,
  nameEn: nameEn.trim() || null,
  protectedReason: isProtected ? protectedReason.trim() || null : null,
  classes: classes.map((one) => ({
    id: one.id,
    name: one.name,
    nameEn: one.nameEn.trim() || null,
    mark: one.mark,
    active: true,
    condition: values.by === 'rule' ? conditionOf(one.rule, isFinished) : null,
  })),
})
