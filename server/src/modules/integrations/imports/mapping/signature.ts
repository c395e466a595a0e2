import { foldJoined } from '@parvandeh/contract/persian'
import { createHash } from 'node:crypto'

/** What files with the same headers have in common, however these are spelled and in whatever order: they are of one kind. */
export const signatureOf = (columns: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map(foldJoined).toSorted()))
    .digest('hex')
