import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  title: 'Settings',
  search: 'Search the settings…',
  nothing: 'No setting fits these words.',
  groups: { mine: 'For myself', organisation: 'For the whole organisation' },
  sections: {
    me: {
      title: 'My account',
      text: 'Password, second factor, sessions, access tokens, language and theme. For yourself only.',
      words:
        'password second factor two-factor code session device browser sign out security token key language english persian theme dark light density',
    },
    notifications: {
      title: 'Notifications',
      text: 'What to tell you of, how, and when to be quiet. For yourself only.',
      words: 'notification bell alert e-mail email sms messenger quiet hours pause silence desktop',
    },
    people: {
      title: 'People',
      text: 'Who signs in, in which unit they are, and which roles they hold.',
      words: 'employee user colleague add inactive password',
    },
    units: {
      title: 'Units and branches',
      text: 'The tree of the organisation; queues, and how far each person sees, come from it.',
      words: 'unit branch tree department chart',
    },
    roles: {
      title: 'Roles and rights',
      text: 'What each role may do, how far it sees, and which fields it reads.',
      words: 'role permission right access sensitive financial',
    },
    security: {
      title: 'Sign-in security',
      text: 'Who must have a second factor.',
      words: 'security second factor two-factor totp authenticator policy',
    },
    calendar: {
      title: 'Work calendar',
      text: 'Working hours, shifts, holidays and leave; the working time of requests is counted by it.',
      words: 'holiday leave shift hours day nowruz',
    },
    fields: {
      title: "Fields of customers' files",
      text: 'What your organisation asks of customers beyond the built-in fields; for everybody.',
      words: 'custom field property form choice group column starter set',
    },
    catalogue: { title: 'Products and topics', text: 'What requests are about.', words: 'product topic category service' },
    filewords: {
      title: 'Words of the file',
      text: 'Tags, kinds of relation and places: add, rename, merge, take out of use.',
      words: 'tag relation kinship employer province county city place activity behaviour taste',
    },
    classification: {
      title: 'Classification of customers',
      text: 'Schemes that put customers into classes, by hand or by rule.',
      words: 'class classification category credit occupation rule scheme grade',
    },
    removed: {
      title: 'Removed files',
      text: 'Customers whose files were removed: to be restored, or erased for good.',
      words: 'deleted trash bin restore remove customer',
    },
    erasures: {
      title: 'Erasures and certificates',
      text: 'Whose data were erased for good or wait to be, with certificates to print.',
      words: 'erase forget privacy certificate law personal data gdpr',
    },
    audit: {
      title: 'Audit trail',
      text: 'Who did what and when; before and after each change. It cannot be erased.',
      words: 'history log trail sign in change',
    },
    imports: { title: 'Import', text: 'Bring history from a file of a former system.', words: 'excel file data csv' },
  },
  save: 'Save',
  cancel: 'Cancel',
  add: 'Add',
  saved: 'Saved.',
  reload: 'Bring the new version',
  reloadHint: 'It takes the place of what you typed here.',
  refusedTitle: 'This is not open to you',
  refusedText: 'To see and change it takes a role that the administrator gives.',
}
