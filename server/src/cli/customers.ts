import { customerCounts, customerExportFormats, customerFilters, customerMapping } from '@parvandeh/contract'
import type { CustomerExportFormat, CustomerMapping } from '@parvandeh/contract'
import { createWriteStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { App } from '../app.ts'
import { takeOutCustomers } from '../modules/customers/index.ts'
import { importCustomersFile } from '../modules/integrations/index.ts'
import type { ImportView } from '../modules/integrations/index.ts'
import { exitCodes, UsageError } from './command.ts'
import type { Command, Surroundings } from './command.ts'
import { withApp } from './with-app.ts'

/** Customers in and out of files. */
export const customerCommands: Record<string, Command> = {
  'import customers': {
    usage: 'import customers FILE [--mapping MAPPING.json] [--trial] [--json]',
    fa: 'درون‌ریزی مشتریان از CSV، TSV، XLSX یا vCard؛ بی‌نگاشت، با نگاشت پیشنهادی',
    en: 'Import customers from CSV, TSV, XLSX or vCard; without a mapping, by the one that is suggested',
    values: ['mapping'],
    flags: ['trial'],
    words: 1,
    run: (surroundings, given) =>
      withApp(surroundings, (app) =>
        importCustomers(app, {
          ...surroundings,
          file: given.words[0] ?? '',
          mappingFile: given.values['mapping'],
          trial: given.flags['trial'] ?? false,
        }),
      ),
  },
  'export customers': {
    usage: 'export customers FILE [--format csv|xlsx|vcard4|vcard3] [--where CONDITION.json]',
    fa: 'خروجی از همهٔ مشتریان، یا آن‌ها که شرط را دارند',
    en: 'Export all customers, or those that a condition holds for',
    values: ['format', 'where'],
    words: 1,
    run: (surroundings, given) =>
      withApp(surroundings, (app) =>
        exportCustomers(app, { ...surroundings, file: given.words[0] ?? '', format: given.values['format'], where: given.values['where'] }),
      ),
  },
}

type Said = Pick<Surroundings, 'json' | 'log' | 'progress' | 'out' | 'say'>

interface ImportOptions extends Said {
  file: string
  mappingFile: string | undefined
  trial: boolean
}

/** Imports a file as the browser does, and ends with 0 (all), 1 (stopped, with the reason) or 3 (some rows refused). */
export async function importCustomers(app: Pick<App, 'runAsSystem' | 'blobs'>, options: ImportOptions): Promise<number> {
  const { file, mappingFile, trial, json, out, say, log, progress } = options
  if (!(await stat(file).catch(() => undefined))?.isFile())
    throw new UsageError(`فایلی به نشانی «${file}» نیست.`, `There is no file ${file}.`)
  const change = mappingFile === undefined ? {} : await readMapping(mappingFile)
  const ending = new AbortController()
  const stop = () => ending.abort(new Error('stopped'))
  process.once('SIGINT', stop)
  try {
    const tools = { runAsSystem: app.runAsSystem, log, signal: ending.signal }
    const locale = say('fa', 'en') === 'fa' ? 'fa' : 'en'
    const done = await importCustomersFile(tools, app.blobs, {
      file,
      change,
      trial,
      locale,
      look: (one) => progress.show(one.progress ?? 0),
    })
    progress.end()
    const counts = trial ? done.trial : done.customers
    out(
      json
        ? JSON.stringify(counts ? customerCounts.parse(counts) : { importId: done.id, state: done.state, failure: done.failure })
        : wordsOf(done, trial, say),
    )
    if (done.state !== 'done' && done.state !== 'checked') return exitCodes.failed
    return done.rowsRefused > 0 ? exitCodes.doneWithRefusals : exitCodes.done
  } finally {
    process.off('SIGINT', stop)
  }
}

/** Only what is named in the file: what it leaves out is as it is suggested. */
async function readMapping(path: string): Promise<Partial<CustomerMapping>> {
  const given = await readJson(path)
  const parsed = customerMapping.partial().strict().safeParse(given)
  if (!parsed.success) {
    const why = z.prettifyError(parsed.error)
    throw new UsageError(`فایل نگاشت «${path}» درست نیست:\n${why}`, `The mapping ${path} is not right:\n${why}`)
  }
  const named = Object.entries(parsed.data).filter(([key, value]) => value !== undefined && Object.hasOwn(given as object, key))
  return Object.fromEntries(named)
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`فایل «${path}» خوانده نشد.`, `The file ${path} cannot be read.`)
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return undefined
  }
}

function wordsOf({ id, state, failure, customers, trial: tried }: ImportView, trial: boolean, say: Said['say']): string {
  const counts = trial ? tried : customers
  const trouble = failure ? `\n${say(failure.fa, failure.en)}` : ''
  if (!counts)
    return say(`درون‌ریزی به جایی نرسید (${state}).${trouble}\nشناسه: ${id}`, `The import came to nothing (${state}).${trouble}\nid: ${id}`)
  const fa = (count: number) => count.toLocaleString('fa')
  const { created, updated, same, repeated, skipped, ambiguous, refused, doubtful } = counts
  return (
    say(
      `${fa(created)} پروندهٔ تازه، ${fa(updated)} به‌روزشده، ${fa(same)} یکسان، ${fa(repeated)} تکراری، ${fa(skipped)} رهاشده\n` +
        `${fa(ambiguous)} دوپهلو، ${fa(refused)} پذیرفته‌نشده، ${fa(doubtful)} با مقدار مشکوک`,
      `${created} new files, ${updated} updated, ${same} the same, ${repeated} repeated, ${skipped} left\n` +
        `${ambiguous} ambiguous, ${refused} refused, ${doubtful} with doubtful values`,
    ) + trouble
  )
}

interface ExportOptions extends Said {
  file: string
  format: string | undefined
  where: string | undefined
}

/** Writes all customers, or those that a condition holds for, into a file. */
export async function exportCustomers(app: Pick<App, 'runAsSystem'>, { file, format, where, out, say }: ExportOptions): Promise<number> {
  const wanted = formatOf(file, format)
  if (!wanted)
    throw new UsageError(
      `قالب یکی از این‌هاست: ${customerExportFormats.join('، ')}`,
      `The format is one of: ${customerExportFormats.join(', ')}`,
    )
  const filters = customerFilters.safeParse({
    sort: 'created',
    ...(where !== undefined && { where: JSON.stringify(await readJson(where)) }),
  })
  if (!filters.success) throw new UsageError('شرط درست نیست.', `The condition is not right:\n${z.prettifyError(filters.error)}`)
  const locale = say('fa', 'en') === 'fa' ? 'fa' : 'en'
  const { download } = await takeOutCustomers((command) => app.runAsSystem((context) => command({ ...context, locale })), {
    ...filters.data,
    format: wanted,
  })
  const content = download.content instanceof Readable ? download.content : Readable.from([Buffer.from(download.content)])
  await pipeline(content, createWriteStream(file))
  out(say(`نوشته شد: ${file}`, `Written: ${file}`))
  return exitCodes.done
}

/** As said, or as the name of the file ends. */
function formatOf(file: string, said: string | undefined): CustomerExportFormat | undefined {
  const byName = file.endsWith('.xlsx') ? 'xlsx' : file.endsWith('.vcf') ? 'vcard4' : 'csv'
  return customerExportFormats.find((one) => one === (said ?? byName))
}
