import { localDay } from '@parvandeh/contract/persian'
import { Readable } from 'node:stream'
import type { BlobStore } from '../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/failure.ts'
import type { Download } from '../../../platform/http/handlers.ts'
import type { CopiedContent, CopiedTable, SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import { writeZip } from '../../../platform/tabular/index.ts'
import type { WrittenPart } from '../../../platform/tabular/index.ts'
import { zoneOf, writeAudit } from '../../identity/index.ts'
import { accessClasses } from '@parvandeh/contract'
import { readMergedInto } from '../removal/removal.queries.ts'
import { requireFile } from '../removal/require-file.ts'
import { lockSubjects } from '../erasure/lock-subjects.queries.ts'
import { copyPage } from './copy-page.ts'
import { ownTables } from './own-tables.ts'
import type { Telling } from './said-of-values.ts'
import { tellValues } from './said-of-values.ts'

export interface CopyTools {
  holders: readonly SubjectHolder[]
  blobs: BlobStore
}

/**
 * Everything that is kept of one customer, as an archive that they can read: a page for the eye, the same as JSON, and
 * the documents. It holds what units say among themselves and fields of every class, so whoever takes it must hold the
 * right to it over this file and read all classes. That it was taken is put on record before the first byte leaves.
 */
export async function copyCustomer(context: Context, { holders, blobs }: CopyTools, customerId: string): Promise<Download> {
  const file = await requireFile(context, customerId, 'customers.copy', false)
  if (accessClasses.some((one) => !context.actor.fieldClasses.has(one))) throw new AppError('not-permitted')
  const ids = await readMergedInto(context, customerId)
  const files = (await lockSubjects(context, ids)).map((one) => one.file)
  const copies = await Promise.all(holders.toReversed().flatMap((holder) => holder.copy?.(context, ids) ?? []))
  const lines = holders.flatMap((holder) => holder.lines ?? [])
  const telling = await tellValues(context)
  const tables = [...ownTables(files, telling, lines), ...copies.flatMap((copy) => copy.tables)]
  await writeAudit(context, {
    action: 'customer.copied',
    subjectType: 'customer',
    subjectId: customerId,
    customerId,
    impersonal: true,
    after: { parts: tables.map(({ name }) => name) },
  })
  const zone = await zoneOf(context)
  const name = `${context.locale === 'fa' ? 'رونوشت پرونده' : 'copy of file'} ${file.code} ${localDay(context.now, zone)}`
  const heading = files.find((one) => one.customerId === customerId)?.displayName ?? file.code
  const parts = partsOf(context, { tables, heading, telling, zone, blobs, contents: copies.flatMap((copy) => copy.contents ?? []) })
  return { mediaType: 'application/zip', fileName: `${name}.zip`, content: Readable.from(writeZip(parts)) }
}

interface Copied {
  tables: readonly CopiedTable[]
  heading: string
  telling: Telling
  zone: string
  blobs: BlobStore
  contents: readonly AsyncIterable<CopiedContent>[]
}

async function* partsOf(context: Context, { tables, heading, telling, zone, blobs, contents }: Copied): AsyncGenerator<WrittenPart> {
  yield { name: 'index.html', content: copyPage(context, { heading, tables, telling, zone }) }
  for (const table of tables) yield { name: `data/${table.name}.json`, content: asJson(context, table) }
  for (const some of contents) {
    for await (const { name, sha256 } of some) yield { name: `documents/${name}`, content: blobs.open(sha256) as AsyncIterable<Buffer> }
  }
}

async function* asJson(context: Context, { rows }: CopiedTable): AsyncGenerator<Buffer> {
  let separator = '['
  for await (const row of rows(context)) {
    yield Buffer.from(`${separator}\n${JSON.stringify(row)}`)
    separator = ','
  }
  yield Buffer.from(separator === '[' ? '[]\n' : '\n]\n')
}
