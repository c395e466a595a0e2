import { importResult, requestMapping } from '@parvandeh/contract'
import type { RequestMapping } from '@parvandeh/contract'
import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import type { App } from '../app.ts'
import { importFile } from '../modules/integrations/index.ts'
import type { ImportView } from '../modules/integrations/index.ts'
import type { Log } from '../platform/log.ts'
import { exitCodes, requireValue, UsageError } from './command.ts'
import type { Command, Progress } from './command.ts'
import { withApp } from './with-app.ts'

export const importCommands: Record<string, Command> = {
  'import requests': {
    usage: 'import requests FILE --mapping MAPPING.json [--json]',
    fa: 'درون‌ریزی تاریخچهٔ درخواست‌ها از فایل، با نگاشت ستون‌ها',
    en: 'Import a history of requests from a file, by a mapping of its columns',
    values: ['mapping'],
    words: 1,
    run: (surroundings, given) =>
      withApp(surroundings, (app) =>
        runImport(app, { ...surroundings, file: given.words[0] ?? '', mappingFile: requireValue(given, 'mapping') }),
      ),
  },
}

interface Options {
  file: string
  mappingFile: string
  json: boolean
  log: Log
  progress: Progress
  out: (line: string) => void
  say: (fa: string, en: string) => string
}

/** Imports a file as the browser does, and ends with 0 (all), 1 (nothing loaded, with the reason) or 3 (some rows refused). */
export async function runImport(app: Pick<App, 'runAsSystem' | 'blobs'>, options: Options): Promise<number> {
  const { file, json, out, say, log, progress } = options
  const mapping = await readMapping(options.mappingFile)
  if (!(await stat(file).catch(() => undefined))?.isFile())
    throw new UsageError(`فایلی به نشانی «${file}» نیست.`, `There is no file ${file}.`)
  const ending = new AbortController()
  const stop = () => ending.abort(new Error('stopped'))
  process.once('SIGINT', stop)
  try {
    const tools = { runAsSystem: app.runAsSystem, log, signal: ending.signal }
    const done = await importFile(tools, app.blobs, {
      file,
      mapping,
      locale: say('fa', 'en') === 'fa' ? 'fa' : 'en',
      look: (one) => progress.show(shareDone(one)),
    })
    progress.end()
    out(
      json
        ? JSON.stringify(done.result ? importResult.parse(done.result) : { importId: done.id, state: done.state, failure: done.failure })
        : wordsOf(done, say),
    )
    if (done.state !== 'done') return exitCodes.failed
    return done.rowsRefused > 0 ? exitCodes.doneWithRefusals : exitCodes.done
  } catch (error) {
    if (!ending.signal.aborted) throw error
    progress.end()
    out(
      say(
        'درون‌ریزی نیمه‌کاره ماند و چیزی از آن دیده نمی‌شود؛ سامانه که روشن باشد، خودش آن را ادامه می‌دهد.',
        'The import was broken off, and nothing of it is seen; the system goes on with it when it runs.',
      ),
    )
    return exitCodes.failed
  } finally {
    process.off('SIGINT', stop)
  }
}

async function readMapping(path: string): Promise<RequestMapping> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`فایل نگاشت «${path}» خوانده نشد.`, `The mapping ${path} cannot be read.`)
  })
  const parsed = requestMapping.strict().safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  throw new UsageError(
    `فایل نگاشت «${path}» درست نیست:\n${z.prettifyError(parsed.error)}`,
    `The mapping ${path} is not right:\n${z.prettifyError(parsed.error)}`,
  )
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return undefined
  }
}

/** Reading and loading take about as long as each other. */
const shareDone = ({ state, progress }: ImportView): number =>
  state === 'staging' ? (progress ?? 0) / 2 : state === 'loading' ? 0.5 + (progress ?? 0) / 2 : 1

function wordsOf({ id, state, result, failure }: ImportView, say: Options['say']): string {
  if (!result)
    return say(
      `درون‌ریزی به جایی نرسید (${state}): ${failure?.fa ?? ''}\nشناسه: ${id}`,
      `The import came to nothing (${state}): ${failure?.en ?? ''}\nid: ${id}`,
    )
  const fa = (count: number) => count.toLocaleString('fa')
  const { requests, events, customers, customersWithRequests, employees, products, notClosed, rowsRead, rowsKnown, rowsRefused, seconds } =
    result
  return say(
    `${fa(requests)} درخواست با ${fa(events)} رویداد افزوده شد؛ ${fa(notClosed)} درخواست بسته نشده است.\n` +
      `مشتریان: ${fa(customers)} (${fa(customersWithRequests)} با درخواست)، کارشناسان: ${fa(employees)}، کالاها: ${fa(products)}\n` +
      `سطرها: ${fa(rowsRead)} خوانده، ${fa(rowsKnown)} از پیش دانسته، ${fa(rowsRefused)} نپذیرفته؛ ${fa(seconds)} ثانیه`,
    `${requests} requests with ${events} events were added; ${notClosed} are not closed.\n` +
      `Customers: ${customers} (${customersWithRequests} with requests), employees: ${employees}, products: ${products}\n` +
      `Rows: ${rowsRead} read, ${rowsKnown} known, ${rowsRefused} refused; ${seconds} s`,
  )
}
