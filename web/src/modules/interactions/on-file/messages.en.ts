import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  details: 'Details',
  hideDetails: 'Hide details',
  channel: 'Channel',
  minutes: 'Length',
  recordedLater: (moment) => `Recorded ${moment}`,
  attachments: 'Attached documents',
  nothingWritten: 'Nothing was written.',
}
