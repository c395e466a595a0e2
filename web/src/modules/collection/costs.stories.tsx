import { completenessRoutes, fieldCostRoutes, peopleRoutes } from '@parvandeh/contract'
import { says, Screen } from '../../kit/Screen.tsx'
import type { Stories } from '../../kit/story.ts'
import { CollectionPage } from './CollectionPage.tsx'

const unit = '01900000-0000-7000-8000-0000000000b1'

const dear = {
  key: 'fatherName',
  label: { fa: 'نام پدر', en: "Father's name" },
  asked: 25,
  answered: 3,
  declined: 20,
  minutes: 37.5,
  minutesEach: 1.5,
  isMeasured: true,
  cost: 1_250_000,
  filledShare: 0.02,
  correctedShare: 0.1,
  segments: 0,
  rules: 0,
  costPart: 0.7,
  usePart: 0.01,
  verdict: 'dear' as const,
}
const rows = [
  dear,
  {
    ...dear,
    key: 'x.agreement',
    label: { fa: 'شمارهٔ قرارداد پشتیبانی سالانه با شرکت مادر و همهٔ شعبه‌هایش', en: 'Number of the yearly support agreement' },
    cost: 98_000_000_000,
    costPart: 0.2,
    usePart: 0.4,
    segments: 12,
    verdict: 'fair' as const,
  },
  { ...dear, key: 'birthDate', label: { fa: 'تاریخ تولد', en: 'Birth date' }, asked: 4, minutesEach: null, verdict: 'too-few' as const },
  {
    ...dear,
    key: 'cityId',
    label: { fa: 'شهر', en: 'City' },
    cost: null,
    costPart: null,
    usePart: null,
    filledShare: null,
    correctedShare: null,
    segments: null,
    rules: null,
    verdict: 'unknown' as const,
  },
]

type Costs = Parameters<typeof says<typeof fieldCostRoutes.list>>[1]

/** Over the table a button opens what an hour costs. */
const costs = (answer: Costs) =>
  function CostsOfFields() {
    return (
      <Screen
        path="/completeness"
        at="/completeness?tab=costs"
        answers={[
          says(fieldCostRoutes.list, answer),
          says(completenessRoutes.hourCosts, {
            costs: [
              { unitId: null, rials: 1_800_000 },
              { unitId: unit, rials: 98_000_000_000 },
            ],
          }),
          says(peopleRoutes.directory, {
            people: [],
            units: [
              { id: unit, name: 'پشتیبانی و خدمات پس از فروش شیراز و بوشهر', parentId: null, branchId: null },
              { id: unit.replace('b1', 'b2'), name: 'انبار', parentId: null, branchId: null },
            ],
            branches: [],
          }),
        ]}
      >
        <CollectionPage />
      </Screen>
    )
  }

const said = { leastAsked: 20, dearFrom: 2 }

export const stories: Stories = {
  'every verdict': costs({ rows, ...said }),
  'nothing asked yet': costs({ rows: [], ...said }),
  'being read': costs('waiting'),
  refused: costs('refused'),
}
