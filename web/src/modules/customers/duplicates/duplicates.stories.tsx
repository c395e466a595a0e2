import type { DuplicatePair, LikelyDuplicate } from '@parvandeh/contract'
import { useState } from 'react'
import { type Stories, useSay } from '../../../kit/story.ts'
import { Card } from '../../../ui/Card.tsx'
import { type ComparedField, CompareTable, type File } from './CompareTable.tsx'
import { JoiningPoints } from './JoiningPoints.tsx'
import { LikelyDuplicates } from './LikelyDuplicates.tsx'
import { VetoNotice } from './PairPanel.tsx'
import { PairItem } from './PairItem.tsx'

const ids = ['01900000-0000-7000-8000-000000000011', '01900000-0000-7000-8000-000000000012'] as const

function useFiles(): [File, File] {
  const say = useSay()
  const point = (id: string, kind: 'mobile' | 'phone' | 'address', display: string): File['accessPoints'][number] => ({
    id,
    kind,
    value: display,
    display,
    label: null,
    preferredHours: null,
    primary: kind === 'mobile',
    verified: false,
    consents: {},
    postalCode: null,
    cityId: null,
    network: null,
    verifiedAt: null,
    verifiedBy: null,
    consentFacts: {},
  })
  const shared = {
    kind: 'person',
    provisional: false,
    unitId: null,
    ownerId: null,
    problems: [],
    withheld: [],
    version: 1,
    custom: {},
    createdAt: '2026-03-01T08:00:00Z',
    updatedAt: '2026-03-01T08:00:00Z',
    can: { edit: true, logInteraction: true, registerRequest: true, addDocument: true },
  } as const
  const one: File = {
    ...shared,
    problems: [],
    withheld: [],
    customerId: ids[0],
    code: '1042',
    displayName: say('علی‌رضا نورایی‌فرد', 'Alireza Nouraeifard'),
    firstName: say('علی‌رضا', 'Alireza'),
    lastName: say('نورایی‌فرد', 'Nouraeifard'),
    fatherName: say('هوشنگ', 'Houshang'),
    nationalCode: '0012345679',
    district: null,
    accessPoints: [point('a', 'mobile', '0912 000 0001')],
  }
  const other: File = {
    ...one,
    customerId: ids[1],
    code: '1877',
    displayName: say('سید علیرضا نورایی فرد', 'Seyyed Alireza Nouraei Fard'),
    firstName: say('سید علیرضا', 'Seyyed Alireza'),
    lastName: say('نورایی فرد', 'Nouraei Fard'),
    fatherName: null,
    nationalCode: null,
    district: say(
      'ونک، خیابانی با نامی بسیار بلند که در یک خط جا نمی‌گیرد',
      'Vanak, in a street whose very long name does not fit on one line',
    ),
    accessPoints: [point('b', 'mobile', '0912 000 0001'), point('c', 'phone', '021 0000 2003')],
  }
  return [one, other]
}

function useLikely(): LikelyDuplicate[] {
  const say = useSay()
  return useFiles().map(({ customerId, code, displayName }, place) => ({
    customerId,
    code,
    displayName,
    kind: 'person',
    provisional: false,
    mainPhone: '+989120000001',
    unitId: null,
    ownerId: null,
    createdAt: '2026-03-01T08:00:00Z',
    score: 0.99 - place / 50,
    reasons: ['mobile', 'name-near'],
    sentence: say('شمارهٔ همراه یکی است و نام شبیه است.', 'The mobile number is the same and the names are alike.'),
  }))
}

function Warning() {
  const found = useLikely()
  const [others, setOthers] = useState<string[]>([])
  const left = found.filter(({ customerId }) => !others.includes(customerId))
  const say = (customerId: string) => setOthers((before) => [...before, customerId])
  return (
    <div className="flex flex-col gap-4">
      <LikelyDuplicates found={left.slice(0, 1)} onOther={say} isAsked={false} />
      <LikelyDuplicates found={left} onOther={say} isAsked />
    </div>
  )
}

function Pair() {
  const [a, b] = useLikely()
  if (!a || !b) return null
  const pair: DuplicatePair = {
    score: 0.994,
    reasons: a.reasons,
    sentence: a.sentence,
    state: 'open',
    decidedBy: null,
    decidedAt: null,
    files: [a, b],
    can: { decide: true },
  }
  return (
    <Card flush className="max-w-md">
      <ul className="divide-y divide-line">
        <PairItem pair={pair} isChosen onChoose={() => {}} />
        <PairItem pair={{ ...pair, score: 0.91 }} isChosen={false} onChoose={() => {}} />
        <PairItem pair={{ ...pair, state: 'not-duplicates', decidedAt: '2026-03-02T08:00:00Z' }} isChosen={false} onChoose={() => {}} />
      </ul>
    </Card>
  )
}

function Merging() {
  const files = useFiles()
  const [chosen, setChosen] = useState<Partial<Record<ComparedField, 0 | 1>>>({})
  const [leave, setLeave] = useState<readonly string[]>([])
  return (
    <Card>
      <VetoNotice veto="father-and-child" />
      <CompareTable
        files={files}
        chosen={(field) => chosen[field] ?? 0}
        onChoose={(field, place) => setChosen((before) => ({ ...before, [field]: place }))}
      />
      <JoiningPoints stays={files[0]} joins={files[1]} leave={leave} onLeave={setLeave} />
    </Card>
  )
}

export const stories: Stories = {
  'a file that may be there already': Warning,
  'pairs on the desk': Pair,
  'merging field by field': Merging,
}
