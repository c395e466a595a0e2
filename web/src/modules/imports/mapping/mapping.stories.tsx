import { importRoutes } from '@parvandeh/contract'
import { says, Screen } from '../../../kit/Screen.tsx'
import { type Stories, useSay } from '../../../kit/story.ts'
import { anImport, broken, importId, preview } from '../import.fixtures.ts'
import { ImportPage } from '../ImportPage.tsx'
import { TryResult } from './TryResult.tsx'

const none = { mappings: [], customers: [], ledgers: [] }

const mapped = (answer: Parameters<typeof says<typeof importRoutes.preview>>[1]) => () => (
  <Screen
    path="/imports/$importId"
    at={`/imports/${importId}`}
    answers={[says(importRoutes.show, anImport()), says(importRoutes.preview, answer), says(importRoutes.mappings, none)]}
  >
    <ImportPage />
  </Screen>
)

const tried: Parameters<typeof TryResult>[0]['tried'] = {
  rowsTried: 200,
  requests: ['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6', 'A-7'].map((number, place) => ({
    number,
    customer: place === 1 ? null : 'نرگس یوسف‌زادهٔ ملک‌آبادی از شرکت بازرگانی راه‌های دور',
    events: Array.from({ length: place === 0 ? 9 : 2 }, (_, index) => ({
      at: '2026-05-02T08:30:00Z',
      kind: index === 0 ? 'registered' : 'other',
      employee: 'الهام دشت‌آرا',
      label: 'در دست پیگیری',
    })),
  })),
  problems: [
    { row: 17, column: 'زمان', code: 'date', fa: 'تاریخ خوانده نشد.', en: 'The date could not be read.' },
    { row: 41, column: null, code: 'short', fa: 'شمار خانه‌های ردیف کم است.', en: 'The row has too few cells.' },
  ],
}

function Tried() {
  const say = useSay()
  return (
    <section aria-label={say('آزمون', 'Trial')}>
      <TryResult tried={tried} isStale={false} />
      <TryResult tried={{ ...tried, requests: tried.requests.slice(0, 1), problems: [] }} isStale />
    </section>
  )
}

export const stories: Stories = {
  'how a log is read': mapped(preview),
  'a file that breaks off': mapped({ ...preview, failure: broken }),
  'being looked at': mapped('waiting'),
  refused: mapped('refused'),
  tried: Tried,
}
