import { consistencyRoutes, type ResponseOf, sessionRoutes } from '@parvandeh/contract'
import type { ComponentProps } from 'react'
import { says, Screen } from '../../../kit/Screen.tsx'
import type { Stories } from '../../../kit/story.ts'
import { Rules } from './RulesPanel.tsx'

type Rule = ResponseOf<typeof consistencyRoutes.rules>['rules'][number]

const builtIn: Rule = {
  id: '01900000-0000-7000-8000-000000000001',
  builtIn: 'city-of-visits',
  name: '',
  question: '',
  severity: 'medium',
  active: true,
  rule: null,
  version: 1,
  looking: null,
}
const rules: Rule[] = [
  builtIn,
  { ...builtIn, id: '01900000-0000-7000-8000-000000000002', builtIn: 'wrong-number', severity: 'high', active: false },
  {
    ...builtIn,
    id: '01900000-0000-7000-8000-000000000003',
    builtIn: null,
    severity: 'low',
    name: 'سازمانی که نام خانوادگی دارد و با شمارهٔ همراه یک شخص در چند پروندهٔ دیگر هم دیده شده است',
    question: 'آیا این پرونده از آنِ یک شخص است و به اشتباه سازمان ثبت شده؟',
    looking: { files: 41_200 },
  },
]

const shown =
  (...answers: NonNullable<ComponentProps<typeof Screen>['answers']>) =>
  () => (
    <Screen path="/contradictions" answers={answers}>
      <div className="max-w-md bg-surface p-4">
        <Rules />
      </div>
    </Screen>
  )

export const stories: Stories = {
  rules: shown(says(consistencyRoutes.rules, { rules })),
  'for whoever may not define them': shown(says(sessionRoutes.show, 'refused'), says(consistencyRoutes.rules, { rules })),
  'being read': shown(says(consistencyRoutes.rules, 'waiting')),
  refused: shown(says(consistencyRoutes.rules, 'refused')),
}
