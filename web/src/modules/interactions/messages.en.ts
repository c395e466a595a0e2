import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  kinds: { call: 'Call', visit: 'Visit', message: 'Message', note: 'Note', parcel: 'Parcel' },
  kindsMany: { call: 'Calls', visit: 'Visits', message: 'Messages', note: 'Notes', parcel: 'Parcels' },
  channels: {
    phone: 'Phone',
    'in-person': 'In person',
    sms: 'SMS',
    email: 'Email',
    messenger: 'Messenger',
    web: 'Web',
    letter: 'Letter',
    fax: 'Fax',
    other: 'Other',
  },
  directions: { in: 'Incoming', out: 'Outgoing', internal: 'Internal' },
  told: {
    callIn: 'Incoming call',
    callOut: 'Outgoing call',
    callMissed: 'Missed call from the customer',
    callUnanswered: 'Our call was not answered',
    visitIn: 'The customer came',
    visitOut: 'Visit to the customer',
    messageIn: (channel) => `${channel} from the customer`,
    messageOut: (channel) => `${channel} to the customer`,
    note: 'Note',
    parcelIn: 'A parcel from the customer',
    parcelOut: 'A parcel to the customer',
  },
  machine: 'Recorded by machine',
  imported: 'Imported',
}
