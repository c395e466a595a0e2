import { contract, requestMapping } from '@parvandeh/contract'
import type { CustomerMapping, RequestMapping, ResponseOf } from '@parvandeh/contract'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openLog } from '../platform/log.ts'
import { runImport } from '../modules/integrations/index.ts'
import type { Reply, TestApp, TestPerson } from './open-test-app.ts'

export type ImportView = ResponseOf<typeof contract.imports.show>

const testData = process.env['PARVANDEH_TEST_DATA'] ?? ''

/** The real logs; tests that read them are skipped where the folder is not set. */
export const realLogs = { areHere: testData !== '' && existsSync(testData), at: (name: string) => path.resolve(testData, 'logs', name) }

const guides = path.resolve(import.meta.dirname, '../../../docs/guides/import')

/** A mapping that comes with the product. */
export const ownMapping = (name: string): RequestMapping =>
  requestMapping.parse(JSON.parse(readFileSync(path.join(guides, `${name}.mapping.json`), 'utf8')))

/** An event log in three columns and a customer, as small as can be. */
export const smallLog: RequestMapping = requestMapping.parse({
  kind: 'event-log',
  source: 'دفتر قدیم',
  zone: 'Asia/Tehran',
  dateFormats: { تاریخ: 'jalali-ymd-time' },
  columns: { number: 'شماره', at: 'تاریخ', activity: 'رویداد', employee: 'کارشناس', customer: 'مشتری' },
  activities: { برداشت: { event: 'taken' }, 'حل شد': { event: 'resolved' }, 'بسته شد': { event: 'closed' } },
})

export const smallHeader = 'شماره,تاریخ,رویداد,کارشناس,مشتری'

/** Sends a file by the front door. */
export async function upload(
  site: TestApp,
  as: TestPerson,
  name: string,
  content: Buffer | string,
  kind: ImportView['kind'] = 'requests',
): Promise<Reply<ImportView>> {
  const boundary = 'a-boundary-of-tests'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)])
  const headers = { authorization: as.authorization, 'content-type': `multipart/form-data; boundary=${boundary}`, 'accept-language': 'fa' }
  const reply = await site.app.http.inject({ method: 'POST', url: `${contract.imports.upload.path}?kind=${kind}`, headers, payload })
  return { status: reply.statusCode, body: reply.json(), text: reply.payload, headers: reply.headers }
}

/** Uploads a file, starts it by a mapping and works it off. */
export async function importContent(
  site: TestApp,
  as: TestPerson,
  { name, content, mapping }: { name: string; content: Buffer | string; mapping: RequestMapping },
): Promise<ImportView> {
  const { body } = await upload(site, as, name, content)
  const started = await site.call(contract.imports.start, { as, params: { importId: body.id }, body: { mapping, saveAs: null } })
  if (started.status !== 200) throw new Error(started.text)
  await site.settle()
  return showImport(site, as, body.id)
}

interface CustomersFile {
  name?: string
  content: Buffer | string
  /** What is laid over the suggested mapping. */
  change?: Partial<CustomerMapping>
  trial?: boolean
}

/** Uploads a file of customers, starts it by the mapping that is suggested for it, and works it off. */
export async function importCustomers(
  site: TestApp,
  as: TestPerson,
  { name = 'مشتریان.csv', content, change = {}, trial = false }: CustomersFile,
): Promise<ImportView> {
  const uploaded = await upload(site, as, name, content, 'customers')
  if (uploaded.status !== 200) throw new Error(uploaded.text)
  const params = { importId: uploaded.body.id }
  const { suggestion } = (await site.call(contract.imports.previewCustomers, { as, params })).body
  const body = { mapping: { ...suggestion, ...change }, saveAs: null, trial }
  const started = await site.call(contract.imports.startCustomers, { as, params, body })
  if (started.status !== 200) throw new Error(started.text)
  await site.settle()
  return showImport(site, as, uploaded.body.id)
}

export const showImport = async (site: TestApp, as: TestPerson, importId: string): Promise<ImportView> =>
  (await site.call(contract.imports.show, { as, params: { importId } })).body

/**
 * Works an import until it has read so many rows, or is in a state, or (once it is loading) has loaded so many pieces
 * in its open transaction; then stops as a killed process does: what is open is rolled back, what follows never is.
 */
export async function workUntilKilled(
  site: TestApp,
  importId: string,
  at: { rowsRead: number } | { state: ImportView['state'] } | { piecesLoaded: number },
): Promise<void> {
  const ending = new AbortController()
  const kill = () => ending.abort(new Error('killed'))
  let pieces = 0
  const hasComeTo = async () => {
    const [one] = (
      await site.owner.query<{ state: string; rows: number }>('select state, rows_read as rows from integrations.import where id = $1', [
        importId,
      ])
    ).rows
    return 'rowsRead' in at ? (one?.rows ?? 0) >= at.rowsRead : 'state' in at && one?.state === at.state
  }
  const signal = Object.assign(ending.signal, {
    throwIfAborted: () => {
      if ('piecesLoaded' in at && (pieces += 1) === at.piecesLoaded) kill()
      if (ending.signal.aborted) throw ending.signal.reason
    },
  })
  const runAsSystem: TestApp['app']['runAsSystem'] = async (command) => {
    if (await hasComeTo()) kill()
    if (ending.signal.aborted) throw ending.signal.reason
    return site.app.runAsSystem(command)
  }
  await runImport({ runAsSystem, log: openLog('silent'), signal }, site.app.blobs, importId).then(
    () => Promise.reject(new Error('the import came to its end before it was killed')),
    (error: Error) => (error.message === 'killed' ? undefined : Promise.reject(error)),
  )
}
