import { type Erasure, removalRoutes } from '@parvandeh/contract'
import { useState } from 'react'
import { says, Screen } from '../../../kit/Screen.tsx'
import { type Stories, useSay } from '../../../kit/story.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErasureFacts } from './CertificatePage.tsx'
import { EraseDialog } from './EraseDialog.tsx'
import { HangingList, RemoveDialog } from './RemoveDialog.tsx'

const file = { customerId: '01900000-0000-7000-8000-000000000001', code: '1001', displayName: 'لاله فرهمند مقدم تبریزی' }

const waiting: Erasure = {
  id: '01900000-0000-7000-8000-000000000002',
  customerId: file.customerId,
  code: '1001',
  state: 'waiting',
  basis: 'asked-by-person',
  reference: 'نامهٔ ۱۲۰۴/ب مورخ ۱۴۰۵/۹/۱، به امضای خود شخص و با پیوست رونوشت کارت ملی که نزد واحد حقوقی است',
  askedBy: null,
  askedAt: '2026-11-26T08:30:00Z',
  dueAt: '2026-11-29T08:30:00Z',
  calledOffBy: null,
  calledOffAt: null,
  doneAt: null,
  certificate: null,
  can: { callOff: true },
}

const done: Erasure = {
  ...waiting,
  state: 'done',
  doneAt: '2026-11-29T08:32:00Z',
  can: { callOff: false },
  certificate: {
    contents: 3,
    rows: [
      { what: { fa: 'سندها', en: 'Documents' }, count: 4, outcome: 'erased' },
      {
        what: { fa: 'متن درخواست‌ها و گزارش کار آن‌ها', en: 'Words of requests and of the work on them' },
        count: 12,
        outcome: 'blanked',
        why: {
          fa: 'زمان‌ها و نتیجه‌ها برای آمار خدمت، بی نام و بی متن، می‌ماند.',
          en: 'Times and outcomes stay for the statistics of service, without names and words.',
        },
      },
    ],
  },
}

const Nothing = () => <HangingList hanging={[]} />
const Hanging = () => (
  <HangingList
    hanging={[
      { kind: 'open-requests', count: 2, open: true },
      { kind: 'interactions', count: 1240, open: false },
      { kind: 'documents', count: 7, open: false },
      { kind: 'open-balances', count: 1, open: false },
    ]}
  />
)
const Waiting = () => <ErasureFacts erasure={waiting} />
const Certificate = () => <ErasureFacts erasure={done} />

function Narrow() {
  const say = useSay()
  return (
    <div className="max-w-xs" aria-label={say('باریک', 'Narrow')}>
      <ErasureFacts erasure={done} />
    </div>
  )
}

function Asking() {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button onPress={() => setOpen(true)}>{say('پاک‌کردن همیشگی', 'Erase for good')}</Button>
      {isOpen && <EraseDialog file={file} onClose={() => setOpen(false)} />}
    </>
  )
}

function Remove() {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button className="m-4 self-start" onPress={() => setOpen(true)}>
        {say('حذف پرونده', 'Remove the file')}
      </Button>
      {isOpen && <RemoveDialog file={{ ...file, version: 1 }} onClose={() => setOpen(false)} />}
    </>
  )
}

const removing = (answer: Parameters<typeof says<typeof removalRoutes.weigh>>[1]) => () => (
  <Screen path="/customers/$customerId" at={`/customers/${file.customerId}`} answers={[says(removalRoutes.weigh, answer)]}>
    <Remove />
  </Screen>
)

export const stories: Stories = {
  'nothing hangs': Nothing,
  hanging: Hanging,
  waiting: Waiting,
  certificate: Certificate,
  narrow: Narrow,
  asking: Asking,
  'removing a file with open work': removing({ hanging: [{ kind: 'open-requests', count: 2, open: true }], openWork: true }),
  'removing a file while it is being looked at': removing('waiting'),
  'removal refused': removing('refused'),
}
