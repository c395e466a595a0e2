import { completenessRoutes, type ResponseOf } from '@parvandeh/contract'
import { says, Screen } from '../../kit/Screen.tsx'
import type { Stories } from '../../kit/story.ts'
import { WeightsTab } from './WeightsTab.tsx'

type Weights = ResponseOf<typeof completenessRoutes.weights>

const field = (key: string, fa: string, en: string, weight: number): Weights['kinds'][number]['fields'][number] => ({
  key,
  label: { fa, en },
  group: 'identity',
  accessClass: 'internal',
  weight,
})
const weights: Weights = {
  kinds: [
    {
      kind: 'person',
      fields: [
        field('lastName', 'نام خانوادگی', 'Last name', 3),
        field('cityId', 'شهر', 'City', 2),
        field(
          'x.agreement',
          'شمارهٔ قرارداد پشتیبانی سالانه با شرکت مادر و همهٔ شعبه‌هایش',
          'Number of the yearly support agreement with the parent company',
          0,
        ),
      ],
    },
    { kind: 'organisation', fields: [field('organisationName', 'نام سازمان', 'Name', 3)] },
  ],
  work: null,
  version: 1,
}

const shown = (answer: Weights | 'refused' | 'waiting') => () => (
  <Screen path="/completeness" answers={[says(completenessRoutes.weights, answer)]}>
    <div className="p-4">
      <WeightsTab />
    </div>
  </Screen>
)

export const stories: Stories = {
  weights: shown(weights),
  'files being reckoned anew': shown({ ...weights, work: { done: 41_200, total: 128_000 } }),
  'being read': shown('waiting'),
  refused: shown('refused'),
}
