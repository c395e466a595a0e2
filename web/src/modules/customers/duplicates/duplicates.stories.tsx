import type { DuplicatePair, FileMerge, LikelyDuplicate } from '@parvandeh/contract'
import { useState } from 'react'
import { ApiFailure } from '../../../api/failure.ts'
import { plainPoint } from '../../../kit/invented.ts'
import { type Stories, useSay } from '../../../kit/story.ts'
import { Card } from '../../../ui/Card.tsx'
import { type ComparedField, CompareTable, type File } from './CompareTable.tsx'
import { JoiningPoints } from './JoiningPoints.tsx'
import { LikelyDuplicates } from './LikelyDuplicates.tsx'
import { Merged } from './MergedCard.tsx'
import { NoPairs, PairList } from './PairList.tsx'
import { VetoNotice } from './PairPanel.tsx'
import { ScanState } from './ScanBar.tsx'
import { SettingsForm } from './SettingsDialog.tsx'

const ids = ['01900000-0000-7000-8000-000000000011', '01900000-0000-7000-8000-000000000012'] as const

function useFiles(): [File, File] {
  const say = useSay()
  const point = (id: string, kind: 'mobile' | 'phone' | 'address', display: string): File['accessPoints'][number] => ({
    ...plainPoint,
    id,
    kind,
    value: display,
    display,
    primary: kind === 'mobile',
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

function usePair(): DuplicatePair {
  const [a, b] = useLikely() as [LikelyDuplicate, LikelyDuplicate]
  return {
    score: 0.994,
    reasons: a.reasons,
    sentence: a.sentence,
    state: 'open',
    decidedBy: null,
    decidedAt: null,
    files: [a, b],
    can: { decide: true },
  }
}

const twoOthers = (pair: DuplicatePair, change: Partial<DuplicatePair>, end: string): DuplicatePair => ({
  ...pair,
  ...change,
  files: [pair.files[0], { ...pair.files[1], customerId: ids[1].slice(0, -1) + end }],
})

function Pairs() {
  const say = useSay()
  const pair = usePair()
  const [current, setCurrent] = useState(0)
  const long = say(
    'شرکت بازرگانی و تولیدی نام‌آوران راه‌های دور و دراز کوهستان‌های بلند',
    'The Far and Winding Roads of the High Mountains Trading Company',
  )
  const others = twoOthers(pair, {}, '5')
  const pairs = [
    pair,
    twoOthers(pair, { score: 0.91 }, '3'),
    twoOthers(pair, { state: 'not-duplicates', decidedAt: '2026-03-02T08:00:00Z' }, '4'),
    { ...others, files: others.files.map((file) => ({ ...file, displayName: long, kind: 'organisation' })) } as DuplicatePair,
  ]
  return (
    <div className="flex flex-wrap items-start gap-4">
      <div className="w-full max-w-md">
        <PairList pairs={pairs} current={current} onChoose={setCurrent} />
      </div>
      <div className="w-72 max-w-full">
        <PairList pairs={pairs.slice(2)} current={0} onChoose={() => {}} />
      </div>
    </div>
  )
}

function NoneOnTheDesk() {
  const say = useSay()
  const none = { failure: null, isPending: false, onRetry: () => {} }
  const refused = new ApiFailure(403, {
    code: 'not-permitted',
    title: say('دسترسی این کار به شما داده نشده است.', 'You have not been given this right.'),
  })
  return (
    <div className="flex flex-col gap-4">
      <NoPairs {...none} state="open" />
      <NoPairs {...none} state="not-duplicates" />
      <NoPairs {...none} state="open" isPending />
      <NoPairs {...none} state="open" failure={refused} />
    </div>
  )
}

function Scans() {
  const scan = {
    id: ids[0],
    state: 'working' as const,
    startedAt: '2026-03-01T08:00:00Z',
    finishedAt: null,
    progress: 0.42,
    compared: 1_204_311,
    found: 812,
  }
  const done = { ...scan, state: 'done' as const, progress: 1, finishedAt: '2026-03-01T08:09:00Z' }
  const send = () => {}
  return (
    <div className="flex flex-col gap-4">
      <ScanState scan={null} isSending={false} onSend={send} />
      <ScanState scan={scan} isSending={false} onSend={send} />
      <ScanState scan={{ ...scan, state: 'paused' }} isSending={false} onSend={send} />
      <ScanState scan={done} isSending={false} onSend={send} />
      <ScanState scan={scan} isSending={false} onSend={false} />
      <div className="w-72 max-w-full">
        <ScanState scan={scan} isSending={false} onSend={send} />
      </div>
    </div>
  )
}

function Settings() {
  const [settings, setSettings] = useState({ threshold: 0.9, automatic: false })
  return (
    <Card className="max-w-lg">
      <SettingsForm settings={settings} onChange={(change) => setSettings((before) => ({ ...before, ...change }))} />
    </Card>
  )
}

function MergedFiles() {
  const say = useSay()
  const merge: FileMerge = {
    id: ids[1],
    customerId: ids[1],
    code: '1877',
    displayName: say('سید علیرضا نورایی فرد', 'Seyyed Alireza Nouraei Fard'),
    mergedAt: '2026-03-01T08:00:00Z',
    mergedBy: null,
    undoUntil: '2026-05-30T08:00:00Z',
    fields: ['nationalCode', 'district'],
    accessPoints: 1,
    can: { undo: true },
  }
  const long = say('بازرگانی نام‌آوران راه‌های دور و دراز کوهستان‌های بلند', 'The Far and Winding Roads of the High Mountains')
  const rest = { isUndoing: false, onUndo: (after: () => void) => after() }
  return (
    <Card className="max-w-sm">
      <ul className="flex flex-col gap-3">
        <Merged one={merge} isLast {...rest} />
        <Merged one={{ ...merge, displayName: long }} isLast={false} {...rest} />
        <Merged one={{ ...merge, fields: [], can: { undo: false } }} isLast={false} {...rest} />
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
  'pairs on the desk': Pairs,
  'no pairs: none, being read, refused': NoneOnTheDesk,
  'the scan of all files': Scans,
  settings: Settings,
  'files merged into this one': MergedFiles,
  'merging field by field': Merging,
}
