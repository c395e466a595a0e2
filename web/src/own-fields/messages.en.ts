import type { fa } from './messages.fa.ts'

export const en: typeof fa = {
  yes: 'Yes',
  no: 'No',
  unsaid: 'Not known',
  nothing: 'No value',
  chooseFile: 'Add a file',
  replaceFile: 'Another file',
  openFile: 'Open the file',
  removeFile: 'Take away',
  fileLater: 'The file can be added once the customer is saved.',
  fileFailed: 'The file was not sent.',
  outOfSight: 'A file out of your sight',
  findCustomer: 'Name, number or code of a customer',
  typeToFind: 'Type two characters or more.',
  unknownPerson: 'A colleague who is no longer here',
}
