import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  offline: 'The network is down; you see the last known state.',
  waiting: (count) => `Kept in this browser: ${count}. It is sent by itself when the connection is back.`,
  show: 'Show',
  title: 'Waiting to be sent',
  none: 'All has been sent.',
  written: (when) => `Written ${when}`,
  again: (label) => `Send “${label}” again`,
  drop: (label) => `Give up “${label}”`,
  close: 'Close',
  sent: (count) => `The connection is back; sent: ${count}.`,
  refused: (label) => `“${label}” was refused and stays in the list.`,
}
