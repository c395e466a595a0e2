import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  what: 'What to tell me of',
  whatHint: 'Nobody is told of what they do themselves, nor of what they may not see.',
  kinds: {
    'request-assigned': { title: 'Assigned to me', text: 'A colleague gives you a request.' },
    'request-queued': {
      title: 'Queue of my unit',
      text: 'A request reaches the queue of your unit. There are many of these; off to begin with.',
    },
    'request-replied': { title: 'Customer called or wrote', text: 'A message comes, or a talk is logged, about a request that you hold.' },
    'request-moved': { title: 'Taken from me', text: 'A request that you hold is given to somebody else, and you still see it.' },
    'request-ended': { title: 'Resolved, closed, merged', text: 'Somebody else resolves, closes or merges your request.' },
    'request-reopened': { title: 'Reopened', text: 'Your request is opened again.' },
    'request-slow': {
      title: 'Left unanswered',
      text: 'A request lies unanswered in your hands for eight hours of work. Time limits cannot be set for requests yet; until then this is the measure.',
    },
    'bulk-ended': { title: 'Change of many ended', text: 'A change of many rows that took over half a minute is done.' },
    'export-ended': { title: 'Export ready', text: 'A large export that you asked for in the background is made.' },
    'contradiction-found': { title: 'Contradiction in a file', text: 'Two things in a file that is yours do not agree.' },
    'import-ended': { title: 'Import ended', text: 'Your import is done or has stopped.' },
  },
  channels: { 'in-app': 'In the app', email: 'E-mail', sms: 'SMS', messenger: 'Messenger' },
  onlyHere:
    'For now the app itself is the only way. E-mail, SMS and messenger appear here once the organisation has a sender for them; it has none yet.',
  quiet: 'When to be quiet',
  quietHint: 'In quiet time nothing pops up and everything stays in the bell.',
  quiets: { 'outside-work': 'Outside of working hours and on leave', hours: 'Between chosen hours', never: 'Never' },
  from: 'From',
  to: 'To',
  pause: 'Pause',
  pauseHint: 'Let nothing pop up for a while.',
  pauseFor: { hour: 'One hour', day: 'Until tomorrow morning', week: 'One week' },
  pausedUntil: (moment) => `Nothing pops up until ${moment}.`,
  resume: 'End the pause',
  desktop: 'Desktop notifications',
  desktopSwitch: 'When this page is not in view, show it in a corner of the desktop',
  desktopHint: 'In this browser alone. The browser asks for your permission.',
  desktopRefused: 'The browser has refused. Allow it for this address in the settings of the browser.',
  desktopAbsent: 'This browser cannot do it.',
  saved: 'Saved.',
}
