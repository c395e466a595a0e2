import type { Stories } from '../../kit/story.ts'
import { Card } from '../../ui/Card.tsx'
import { CostTable } from './CostsTab.tsx'
import type { Missing } from './on-file/AnswerField.tsx'
import { Question } from './on-file/NextQuestion.tsx'
import { Rows } from './OverviewTab.tsx'
import { ProgrammeProgress } from './programmes/ProgrammePage.tsx'
import { ProgrammeLine } from './programmes/ProgrammesTab.tsx'

const customerId = '01990000-0000-7000-8000-000000000001'
const name = (fa: string, en: string) => ({ fa, en })
const missing = (key: string, type: Missing['type'], label: Missing['label']): Missing => ({
  key,
  type,
  label,
  choices: type === 'choice' || type === 'choices' ? [{ key: 'a', label: name('خانگی', 'At home') }] : null,
  weight: 2,
  programmeId: type === 'date' ? customerId : null,
  declined: false,
})

const Questions = () => (
  <div className="grid items-start gap-gap lg:grid-cols-2">
    {[
      missing('nationalCode', 'text', name('کد ملی', 'National code')),
      missing('birthDate', 'date', name('تاریخ تولد', 'Birth date')),
      missing('x.use', 'choice', name('کاربرد دستگاه در خانه یا محل کار یا هر دو', 'Where it is used')),
      missing('cityId', 'place', name('شهر', 'City')),
      missing('x.expert', 'person', name('کارشناس پشتیبان', 'Account manager')),
      missing('x.referrer', 'customer', name('معرف', 'Referred by')),
      missing('x.uses', 'choices', name('کاربردها', 'Uses')),
      missing('x.warranty', 'yes-no', name('گارانتی دارد', 'Has a warranty')),
    ].map((field) => (
      <Question key={field.key} customerId={customerId} field={field} onLater={() => {}} />
    ))}
  </div>
)

const Cuts = () => (
  <div className="flex flex-col gap-gap">
    <Rows
      by="unit"
      rows={[
        { key: 'u1', name: 'پشتیبانی شیراز', files: 491, complete: 12, mean: 0.48 },
        { key: null, name: null, files: 3, complete: 3, mean: 1 },
      ]}
    />
    <Rows by="segment" rows={[]} />
  </div>
)

const cost = {
  label: name('نام پدر', "Father's name"),
  answered: 3,
  declined: 20,
  minutesEach: 1.5,
  isMeasured: true,
  filledShare: 0.02,
  correctedShare: null,
  segments: 0,
  rules: 0,
}

const Costs = () => (
  <div className="flex flex-col gap-gap">
    <CostTable
      isPending={false}
      rows={[
        { ...cost, key: 'a', asked: 25, minutes: 37.5, cost: 1_250_000, costPart: 0.9, usePart: 0.01, verdict: 'dear' },
        { ...cost, key: 'b', asked: 9, minutes: 4, cost: null, costPart: 0.1, usePart: null, verdict: 'too-few' },
      ]}
    />
    <CostTable isPending={false} rows={[]} />
  </div>
)

const programme = {
  id: customerId,
  name: 'کد ملی و ایمیل مشتریان تهران',
  note: 'برای گارانتی لازم است.',
  fields: [{ key: 'nationalCode', minutes: 1 }],
  labels: { nationalCode: name('کد ملی', 'National code') },
  segmentId: null,
  segmentName: null,
  until: '2027-03-01',
  people: [],
  units: [],
  state: 'running' as const,
  createdBy: null,
  version: 1,
  can: { change: true },
}

const Programmes = () => (
  <div className="flex flex-col gap-gap">
    <Card>
      <ul className="grid gap-gap md:grid-cols-2">
        <ProgrammeLine programme={programme} />
        <ProgrammeLine programme={{ ...programme, id: 'over', state: 'over' }} />
      </ul>
    </Card>
    <ProgrammeProgress
      shown={{
        programme,
        progress: { files: 120, complete: 30, more: false },
        byOwner: [{ ownerId: null, files: 120, complete: 30 }],
        byField: [{ key: 'nationalCode', filled: 30, declined: 2 }],
        byPerson: [],
      }}
    />
  </div>
)

export const stories: Stories = { questions: Questions, cuts: Cuts, costs: Costs, programmes: Programmes }
