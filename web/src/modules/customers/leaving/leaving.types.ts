/** What of a file the dialogs by which it goes need. */
export interface LeavingFile {
  customerId: string
  code: string
  displayName: string
  version: number
}
