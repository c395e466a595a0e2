import type { fa } from './export-messages.fa.ts'

export const en: typeof fa = {
  title: 'Export customers',
  format: 'Kind of file',
  formats: {
    xlsx: { label: 'Excel (XLSX)', hint: 'Dates are real dates, and Jalali text beside them.' },
    csv: { label: 'CSV', hint: 'For other programs; UTF-8 with headings.' },
    vcard4: { label: 'Contact cards (vCard 4.0)', hint: 'For telephones and newer programs.' },
    vcard3: { label: 'Contact cards (vCard 3.0)', hint: 'For Outlook and older telephones.' },
  },
  which: 'Columns',
  whichOptions: { shown: 'Those in view', all: 'All of them', chosen: 'I choose' },
  search: 'Find a column',
  count: (count) => `${count} customers, with these filters and this order.`,
  countMore: (count) => `More than ${count} customers, with these filters and this order.`,
  background: 'With more than ten thousand rows it is made in the background, and you are told. The file stays seven days under “Exports”.',
  rights: 'The file holds only what you may see and export. That it was taken is put on record.',
  take: 'Get the file',
  takeLater: 'Make it in the background',
  none: 'Choose a column at least.',
}
