import { customerRoutes, type RelationKind, relationKindRoutes, sessionRoutes, tagRoutes } from '@parvandeh/contract'
import { type ComponentProps, useState } from 'react'
import { says, Screen } from '../../../kit/Screen.tsx'
import type { Stories } from '../../../kit/story.ts'
import { FileWordsPage, type FileWordsTab } from './FileWordsPage.tsx'
import type { Places } from './places-of.ts'
import type { Tag } from './tag.types.ts'

const id = (end: number) => `01900000-0000-7000-8000-00000000000${end}`
const long = 'کسی که پیش از هر خرید چند بار زنگ می‌زند و هر بار با کس دیگری از خانواده هم‌فکری می‌کند'

const tag = (end: number, name: string, given: Partial<Tag> = {}): Tag => ({
  id: id(end),
  name,
  nameEn: null,
  group: 'temperament',
  active: true,
  mergedInto: null,
  version: 1,
  ...given,
})
const tags = [
  tag(1, 'خوش‌برخورد'),
  tag(2, long),
  tag(3, 'خوش برخورد', { mergedInto: id(1) }),
  tag(4, 'بازرس', { group: 'activity', active: false }),
]

const kind = (end: number, aFa: string, bFa: string, given: Partial<RelationKind> = {}): RelationKind => ({
  id: id(end),
  key: null,
  aFa,
  bFa,
  aEn: 'One',
  bEn: 'Other',
  aKind: null,
  bKind: null,
  kinship: false,
  active: true,
  version: 1,
  ...given,
})
const kinds = [
  kind(1, 'پدر یا مادر', 'فرزند', { kinship: true }),
  kind(2, 'همسایه', 'همسایه'),
  kind(3, 'نمایندهٔ تام‌الاختیار در همهٔ شعبه‌ها و دفترهای شهرستان', 'سازمانی که نماینده دارد', { active: false }),
]

const places: Places = {
  provinces: [
    { id: 1, name: 'آذربایجان شرقی', closed: false },
    { id: 2, name: 'استانی که با استان دیگری یکی شد و دیگر در فهرست‌ها نیست', closed: true },
  ],
  counties: [{ id: 1, name: 'تبریز', closed: false, provinceId: 1 }],
  cities: [{ id: 1, name: 'تبریز', closed: false, countyId: 1, provinceId: 1 }],
}

function Tabbed({ first }: { first: FileWordsTab }) {
  const [tab, setTab] = useState(first)
  return <FileWordsPage tab={tab} onTab={setTab} />
}

const page = (tab: FileWordsTab, answers: ComponentProps<typeof Screen>['answers']) => () => (
  <Screen path="/settings/file-words" answers={answers}>
    <Tabbed first={tab} />
  </Screen>
)

export const stories: Stories = {
  tags: page('tags', [says(tagRoutes.list, { tags })]),
  'no tags': page('tags', [says(tagRoutes.list, { tags: [] })]),
  'tags being read': page('tags', [says(tagRoutes.list, 'waiting')]),
  'tags refused': page('tags', [says(tagRoutes.list, 'refused')]),
  'kinds of relation': page('kinds', [says(relationKindRoutes.list, { kinds })]),
  'kinds being read': page('kinds', [says(relationKindRoutes.list, 'waiting')]),
  'kinds refused': page('kinds', [says(relationKindRoutes.list, 'refused')]),
  places: page('places', [says(customerRoutes.places, places)]),
  'no places': page('places', [says(customerRoutes.places, { provinces: [], counties: [], cities: [] })]),
  'places being read': page('places', [says(customerRoutes.places, 'waiting')]),
  'places refused': page('places', [says(customerRoutes.places, 'refused')]),
  'not open to the person': page('tags', [says(sessionRoutes.show, 'refused')]),
}
