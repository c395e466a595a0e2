import { classificationRoutes, type ResponseOf, sessionRoutes } from '@parvandeh/contract'
import type { ComponentProps } from 'react'
import { says, Screen } from '../../../kit/Screen.tsx'
import { type Stories, useSay } from '../../../kit/story.ts'
import type { ConditionSource } from '../../../lists/condition/condition-source.types.ts'
import { ClassificationPage } from './ClassificationPage.tsx'
import type { Scheme } from './scheme-form.ts'

const id = (end: number) => `01900000-0000-7000-8000-00000000000${end}`
const aClass = (end: number, name: string, given: Partial<Scheme['classes'][number]> = {}): Scheme['classes'][number] => ({
  id: id(end),
  name,
  nameEn: null,
  mark: 'star',
  active: true,
  condition: null,
  ...given,
})
const byHand: Scheme = {
  id: id(1),
  name: 'شغل',
  nameEn: 'Occupation',
  by: 'hand',
  accessClass: 'internal',
  active: true,
  protectedReason: null,
  version: 1,
  classes: [
    aClass(1, 'پزشک'),
    aClass(2, 'آموزگار و استاد دانشگاه و پژوهشگری که ساعت کاری ثابتی ندارد', { mark: 'flag' }),
    aClass(3, 'کشاورز', { mark: 'heart' }),
  ],
}
const byRule: Scheme = {
  ...byHand,
  id: id(2),
  name: 'اعتبار مالی',
  nameEn: 'Credit',
  by: 'rule',
  accessClass: 'financial',
  classes: [aClass(4, 'خوش‌حساب', { condition: { all: [{ field: 'lastName', is: 'filled' }] } }), aClass(5, 'بدحساب', { mark: 'minus' })],
}
const unused: Scheme = { ...byHand, id: id(3), name: 'رده‌بندی سال‌های پیش که دیگر کسی به کارش نمی‌برد', active: false }

const run: ResponseOf<typeof classificationRoutes.progress> = {
  state: 'running',
  checked: 41_200,
  total: 128_000,
  changed: 812,
  startedAt: '2026-11-28T08:30:00Z',
  endedAt: null,
}
const done = { ...run, state: 'done' as const, checked: 128_000, endedAt: '2026-11-28T08:39:00Z' }

function Page() {
  const say = useSay()
  const source: ConditionSource = { fields: [], groupName: () => say('کار', 'Work'), optionsOf: () => null, areRead: true }
  return <ClassificationPage source={source} />
}

const page =
  (...answers: NonNullable<ComponentProps<typeof Screen>['answers']>) =>
  () => (
    <Screen path="/settings/classification" answers={answers}>
      <Page />
    </Screen>
  )
const all = says(classificationRoutes.list, { schemes: [byHand, byRule, unused] })

export const stories: Stories = {
  'schemes, one of them under way': page(all, says(classificationRoutes.progress, run)),
  'schemes at rest': page(all, says(classificationRoutes.progress, done)),
  'no schemes': page(says(classificationRoutes.list, { schemes: [] })),
  'being read': page(says(classificationRoutes.list, 'waiting')),
  refused: page(says(classificationRoutes.list, 'refused')),
  'not open to the person': page(says(sessionRoutes.show, 'refused'), all),
}
