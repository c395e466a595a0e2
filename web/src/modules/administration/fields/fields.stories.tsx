import { type CustomField, customFieldRoutes, sessionRoutes } from '@parvandeh/contract'
import { says, Screen } from '../../../kit/Screen.tsx'
import { type Stories, useSay } from '../../../kit/story.ts'
import { Card } from '../../../ui/Card.tsx'
import { FieldLine } from './FieldLine.tsx'
import { FieldPreview } from './FieldPreview.tsx'
import { FieldsPage } from './FieldsPage.tsx'
import type { OwnFields } from './field.types.ts'
import { emptyDefinition } from './definition.ts'

const field = (given: Partial<CustomField>): CustomField => ({
  id: '01a00000-0000-7000-8000-000000000000',
  key: 'floor',
  type: 'number',
  label: { fa: 'طبقه', en: 'Floor' },
  help: { fa: null, en: null },
  groupId: '01a00000-0000-7000-8000-000000000001',
  kinds: ['person', 'organisation'],
  accessClass: 'internal',
  required: false,
  unique: false,
  searchable: false,
  filtered: false,
  choices: [],
  rules: { least: null, most: null, pattern: null },
  visibleWhen: null,
  version: 1,
  updatedAt: '2026-11-20T08:00:00Z',
  work: null,
  ...given,
})

function Lines() {
  const long = {
    fa: 'شمارهٔ قرارداد پشتیبانی سالانه با شرکت مادر و همهٔ شعبه‌هایش',
    en: 'Number of the yearly support agreement with the parent company',
  }
  return (
    <Card>
      <div className="flex flex-col gap-4 py-2">
        <FieldLine field={field({})} />
        <FieldLine
          field={field({
            type: 'text',
            key: 'contract_number',
            label: long,
            required: true,
            unique: true,
            searchable: true,
            filtered: true,
            accessClass: 'financial',
            kinds: ['organisation'],
          })}
        />
        <FieldLine field={field({ filtered: true, work: { done: 41_000, total: 128_000 } })} />
        <FieldLine field={field({ filtered: true, visibleWhen: { field: 'kind', is: 'filled' }, work: { done: 0, total: 0 } })} />
      </div>
    </Card>
  )
}

function Preview() {
  const say = useSay()
  const label = { fa: say('نوع ملک', 'Kind of property'), en: null }
  const choices = ['آپارتمان', 'مغازه'].map((fa) => ({ label: { fa, en: null }, retired: false }))
  return (
    <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
      <FieldPreview given={{ ...emptyDefinition(''), label, type: 'choice', choices }} />
      <FieldPreview given={emptyDefinition('')} />
    </div>
  )
}

const groups: OwnFields['groups'] = [
  { id: field({}).groupId, label: { fa: 'ملک', en: 'Property' }, version: 1 },
  {
    id: '01a00000-0000-7000-8000-000000000002',
    label: { fa: 'آنچه کارشناس در نخستین بازدید می‌پرسد و در قرارداد می‌آید', en: 'What is asked at the first visit' },
    version: 1,
  },
]
const held: OwnFields = {
  groups,
  fields: [
    field({}),
    field({ id: '01a00000-0000-7000-8000-000000000003', key: 'lift', label: { fa: 'آسانسور', en: 'Lift' }, type: 'yes-no' }),
  ],
  removed: [
    {
      ...field({ id: '01a00000-0000-7000-8000-000000000004', key: 'fax', label: { fa: 'دورنگار', en: 'Fax' } }),
      removedAt: '2026-11-20T08:00:00Z',
      restorableUntil: '2026-12-20T08:00:00Z',
    },
  ],
  can: { manage: true },
}

const page = (answer: OwnFields | 'refused' | 'waiting') => () => (
  <Screen path="/settings/fields" answers={[says(customFieldRoutes.list, answer)]}>
    <FieldsPage />
  </Screen>
)
const NotOpen = () => (
  <Screen path="/settings/fields" answers={[says(sessionRoutes.show, 'refused'), says(customFieldRoutes.list, held)]}>
    <FieldsPage />
  </Screen>
)

export const stories: Stories = {
  fieldLines: Lines,
  fieldPreview: Preview,
  page: page(held),
  'no fields yet': page({ groups: [], fields: [], removed: [], can: { manage: true } }),
  'being read': page('waiting'),
  refused: page('refused'),
  'not open to the person': NotOpen,
}
