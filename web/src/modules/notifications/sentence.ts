import type { NoticeKind } from '@parvandeh/contract'
import type { useNoticeWords } from './messages.ts'
import type { Notification } from './notification.types.ts'

type Words = ReturnType<typeof useNoticeWords>

/** Where one kind can end in several ways, each has its own sentence. */
const byOutcome: Partial<Record<NoticeKind, Record<string, keyof Words['sentences']>>> = {
  'request-replied': { call: 'request-contact', visit: 'request-contact' },
  'request-ended': { closed: 'request-closed', merged: 'request-merged' },
  'bulk-ended': { customers: 'bulk-customers' },
  'export-ended': { failed: 'export-failed' },
  'import-ended': { failed: 'import-failed', paused: 'import-paused' },
}

/** What happened, in a sentence; nothing but its kind where the reader may no longer see what it is about. */
export function sentenceOf({ kind, outcome, subject }: Notification, words: Words): string {
  return words.sentences[(subject && outcome !== null && byOutcome[kind]?.[outcome]) || kind]
}

/** Where it leads. */
export function hrefOf({ outcome, subject }: Notification): string | undefined {
  if (!subject) return undefined
  if (subject.type === 'bulk') return outcome === 'customers' ? '/customers' : '/requests'
  if (subject.type === 'export') return '/exports'
  if (subject.type === 'contradiction') return `/customers/${subject.id}`
  return subject.type === 'request' ? `/requests/${encodeURIComponent(subject.label)}` : `/imports/${subject.id}`
}
