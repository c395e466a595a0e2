import { customerMapping } from '@parvandeh/contract'
import type { AnswerOf, contract, CustomerMapping, RequestMapping } from '@parvandeh/contract'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { BlobStore } from '../../../platform/blobs/blob-store.ts'
import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { previewCustomers } from './customers/preview-customers.ts'
import { startCustomers } from './customers/start-customers.ts'
import { atWork } from './imports.queries.ts'
import { presentImport } from './present-import.ts'
import { requireImport } from './require-import.ts'
import { runImport } from './run/run-import.ts'
import { startImport } from './start-import.ts'
import { uploadImport } from './upload-import.ts'

export type ImportView = AnswerOf<typeof contract.imports.show>

interface FileToImport {
  file: string
  mapping: RequestMapping
  /** The language of what is said about the mapping. */
  locale: 'fa' | 'en'
  look: (one: ImportView) => void
}

const lookEveryMs = 300

/**
 * Imports a local file from beginning to end, as the command line does: the same way as in the browser. `look` is told
 * how far it has come. Gives the import as it stands at the end: done, or paused with the reason.
 */
export async function importFile(tools: LongTools, blobs: BlobStore, { file, mapping, locale, look }: FileToImport): Promise<ImportView> {
  const stored = await blobs.put(createReadStream(file), 'application/octet-stream')
  const { id } = await tools.runAsSystem(async (given) => {
    const context = { ...given, locale }
    const uploaded = await uploadImport(context, blobs, { ...stored, name: path.basename(file) }, 'requests')
    return startImport(context, blobs, uploaded.id, { mapping, saveAs: null })
  })
  return workToEnd(tools, blobs, id, look)
}

interface CustomersToImport extends Pick<FileToImport, 'file' | 'locale' | 'look'> {
  /** Laid over the mapping that is suggested for the file, or remembered for files of its headers. */
  change: Partial<CustomerMapping>
  /** All rows are gone through, and none is written. */
  trial: boolean
}

/** Imports a local file of customers likewise, or tries it. */
export async function importCustomersFile(
  tools: LongTools,
  blobs: BlobStore,
  { file, change, trial, locale, look }: CustomersToImport,
): Promise<ImportView> {
  const stored = await blobs.put(createReadStream(file), 'application/octet-stream')
  const { id } = await tools.runAsSystem(async (given) => {
    const context = { ...given, locale }
    const uploaded = await uploadImport(context, blobs, { ...stored, name: path.basename(file) }, 'customers')
    const { suggestion } = await previewCustomers(context, blobs, uploaded.id)
    return startCustomers(context, blobs, uploaded.id, {
      mapping: customerMapping.parse({ ...suggestion, ...change }),
      saveAs: null,
      trial,
    })
  })
  return workToEnd(tools, blobs, id, look)
}

async function workToEnd(tools: LongTools, blobs: BlobStore, id: string, look: FileToImport['look']): Promise<ImportView> {
  const show = async () => presentImport(await tools.runAsSystem((context) => requireImport(context, id)))
  const ending = new AbortController()
  const watching = watch(async () => look(await show()), ending.signal)
  try {
    // A server on the same database may have taken the work up first; then this waits for it.
    for (;;) {
      await runImport(tools, blobs, id)
      const one = await show()
      if (!atWork.includes(one.state)) return one
      await pause(lookEveryMs)
    }
  } finally {
    ending.abort()
    await watching
  }
}

async function watch(look: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await look()
    await pause(lookEveryMs, undefined, { signal }).catch(() => undefined)
  }
}
