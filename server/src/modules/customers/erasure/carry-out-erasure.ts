import type { ErasureCertificate } from '@parvandeh/contract'
import { forgetContents } from '../../../platform/blobs/blob.queries.ts'
import type { BlobStore } from '../../../platform/blobs/blob-store.ts'
import type { Context } from '../../../platform/context.ts'
import { onEventAtLength } from '../../../platform/outbox/reactions.ts'
import type { LongTools, Reaction } from '../../../platform/outbox/reactions.ts'
import { speaksOf } from '../../../platform/subjects/exact-words.rules.ts'
import type { SubjectHolder } from '../../../platform/subjects/holder.types.ts'
import { writeAudit } from '../../identity/index.ts'
import { readMergedInto } from '../removal/removal.queries.ts'
import { endErasure, findErasure, readDue } from './erasure.queries.ts'
import type { ErasureRow } from './erasure.queries.ts'
import { blankFiles, deleteParts } from './erase-file.queries.ts'
import { lockSubjects } from './lock-subjects.queries.ts'
import { redactConditions } from './redact-conditions.ts'
import { exactWordsOf, wordsOf } from './subject-words.rules.ts'

/** Where copies of what is kept of erased people may still come from: ids that a restored backup is cleared of. */
export interface ErasedList {
  add: (customerIds: readonly string[]) => Promise<void>
}

export interface ErasureTools {
  /** Every module's, from the top floor down. */
  holders: readonly SubjectHolder[]
  blobs: BlobStore
  erasedList: ErasedList
}

/** An erasure that is wanted at once is carried out as soon as it was asked for. */
export const erasureReaction = (tools: ErasureTools): Reaction =>
  onEventAtLength('customers.erasure-due', 'customers.carry-out-erasure', (jobs, { id }) => carryOutErasure(tools, jobs, id))

/** Carries out the erasures whose time has come. */
export async function carryOutDue(tools: ErasureTools, jobs: LongTools): Promise<void> {
  for (const { id } of await jobs.runAsSystem((context) => readDue(context, 200))) {
    jobs.signal.throwIfAborted()
    await carryOutErasure(tools, jobs, id)
  }
}

/** Carries out one erasure in one transaction; called off meanwhile, or done already, there is nothing to do. */
async function carryOutErasure(tools: ErasureTools, { runAsSystem }: Pick<LongTools, 'runAsSystem'>, erasureId: string): Promise<void> {
  const done = await runAsSystem(async (context) => {
    const row = await findErasure(context, erasureId, { locked: true })
    if (row?.state !== 'waiting' || row.due_at > context.now) return undefined
    const erased = await eraseSubject(context, tools.holders, row.customer_id)
    await certify(context, row, erased.certificate)
    return erased
  })
  if (done) await afterErasing(tools, done)
}

/** Erases people again who came back with a backup from before they were erased. */
export async function eraseAgain(
  tools: ErasureTools,
  { runAsSystem }: Pick<LongTools, 'runAsSystem'>,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) await afterErasing(tools, await runAsSystem((context) => eraseSubject(context, tools.holders, id)))
}

interface ErasedNow {
  customerIds: string[]
  contents: string[]
  certificate: ErasureCertificate
  at: Date
}

/** Erases whatever is kept of a customer and of the files merged into theirs, and destroys their keys. */
async function eraseSubject(context: Context, holders: readonly SubjectHolder[], customerId: string): Promise<ErasedNow> {
  // By the clock of the disk, on which contents were stored; one that is stored again from now on stays.
  const at = new Date()
  const customerIds = await readMergedInto(context, customerId)
  const files = await lockSubjects(context, customerIds)
  const words = files.flatMap(({ file, externalKeys }) => wordsOf(file, externalKeys))
  const speaks = speaksOf(files.flatMap(({ file, externalKeys }) => exactWordsOf(file, externalKeys)))
  const certificate: ErasureCertificate = { rows: [], contents: 0 }
  const contents: string[] = []
  for (const holder of holders) {
    const erased = await holder.erase(context, { customerIds, words, speaks })
    certificate.rows.push(...erased.rows.filter(({ count }) => count > 0))
    contents.push(...(erased.contents ?? []))
  }
  const dropped = await dropContents(context, holders, [...new Set(contents)])
  certificate.contents = dropped.length
  const parts = await deleteParts(context, customerIds)
  certificate.rows.push(...(await redactConditions(context, speaks)), ...ownRows(parts, files.length))
  await blankFiles(
    context,
    files.map(({ file }) => file),
  )
  for (const id of customerIds) await context.sealing.destroy(id)
  return { customerIds, contents: dropped, certificate, at }
}

async function dropContents(context: Context, holders: readonly SubjectHolder[], contents: readonly string[]): Promise<string[]> {
  const needed = new Set<string>()
  for (const holder of holders) for (const sha256 of (await holder.needs?.(context, contents)) ?? []) needed.add(sha256)
  const dropped = contents.filter((sha256) => !needed.has(sha256))
  await forgetContents(context, dropped)
  return dropped
}

function ownRows(parts: ReadonlyMap<string, number>, files: number): ErasureCertificate['rows'] {
  const lines = parts.get('timeline_entry') ?? 0
  const values = [...parts.values()].reduce((sum, count) => sum + count, 0) - lines
  return [
    { what: { fa: 'سطرهای خط زمان', en: 'Lines of the timeline' }, count: lines, outcome: 'erased' },
    {
      what: {
        fa: 'راه‌های تماس، کلیدهای جست‌وجو، پیوندها و تاریخچهٔ مقدارها',
        en: 'Ways of access, search keys, links and the history of values',
      },
      count: values,
      outcome: 'erased',
    },
    {
      what: { fa: 'پرونده', en: 'The file' },
      count: files,
      outcome: 'blanked',
      why: {
        fa: 'تنها کد، نوع و واحد پرونده می‌ماند تا شمارش‌ها و همین گواهی درست بماند.',
        en: 'Only its code, kind and unit stay, so that counts and this certificate hold.',
      },
    },
  ]
}

async function certify(context: Context, row: ErasureRow, certificate: ErasureCertificate): Promise<void> {
  await endErasure(context, row, { certificate })
  const { customer_id: customerId, code, basis, reference } = row
  await writeAudit(context, {
    action: 'customer.erased',
    subjectType: 'customer',
    subjectId: customerId,
    customerId,
    impersonal: true,
    actorId: row.asked_by,
    after: { code, basis, reference, contents: certificate.contents },
  })
}

/** What lies outside of the database follows when the database has let go of it; what a stop leaves over the nightly sweep takes. */
async function afterErasing({ blobs, erasedList }: ErasureTools, { customerIds, contents, at }: ErasedNow): Promise<void> {
  await erasedList.add(customerIds)
  for (const sha256 of contents) await blobs.removeOlder(sha256, at)
}
