import type { AnswerOf, contract } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { visibleLines } from '../customers.access.ts'
import { chosen, listStored } from '../consistency/contradictions.queries.ts'
import { readJudged, readReckoned, readSeen, visibleOnly } from '../consistency/evidence.queries.ts'
import { readRules } from '../consistency/rules.queries.ts'
import { requireAskedFile } from '../provenance/values-of-file.ts'
import { trustReasons } from './trust.rules.ts'
import { weighFile } from './weigh-file.ts'

const mostShown = 200

/**
 * How far a file is to be relied on, and why. The figure is over all that is in the file; the reasons are those that the
 * actor may know of, so that no reason tells of a field or a contact out of sight.
 */
export async function showTrust(context: Context, customerId: string): Promise<AnswerOf<typeof contract.consistency.trust>> {
  const { file, customerIds } = await requireAskedFile(context, customerId)
  const ids = [file.customerId]
  const kept = (await readReckoned(context, ids)).get(file.customerId)
  const judged = (await readJudged(context, ids)).get(file.customerId) ?? []
  const seen = (await readSeen(context, ids)).get(file.customerId) ?? []
  const open = await listStored(context, chosen(context, { isOpen: true, customerIds }), undefined, mostShown)
  const { fieldClasses: classes } = context.actor
  const evidence = {
    file,
    custom: kept?.custom ?? {},
    seen: await visibleOnly(context, customerIds, seen, visibleLines(context.actor, 't')),
    doubts: judged.flatMap(({ field, accessClass, value, doubt }) => (doubt === null ? [] : [{ field, accessClass, value, note: doubt }])),
    violated: new Set<string>(),
  }
  const weighed = weighFile({
    evidence,
    rules: classes.has('internal') ? await readRules(context) : [],
    open,
    judged,
    birth: { kind: kept?.sourceKind ?? null, confidence: kept?.sourceConfidence ?? null },
    completeness: kept?.completeness ?? null,
    classes,
    now: context.now,
  })
  return { trust: kept?.trust ?? null, reasons: trustReasons(weighed), partial: classes.size < 4 }
}
