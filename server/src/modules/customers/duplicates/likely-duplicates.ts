import type { DuplicateReason } from '@parvandeh/contract'
import type { Context } from '../../../platform/context.ts'
import { visibleFiles } from '../customers.access.ts'
import { readComparable } from './comparable.queries.ts'
import { comparedFile } from './compared-file.rules.ts'
import type { ComparableFacts } from './compared-file.rules.ts'
import { duplicateKeys } from './keys.ts'
import { readByKeys } from './keys.queries.ts'
import { readableFacts } from './readable-facts.rules.ts'
import { compareFiles } from './score.rules.ts'
import { readSettings } from './settings.queries.ts'

export interface Likely {
  customerId: string
  /** From 0 to 1. */
  score: number
  reasons: DuplicateReason[]
}

/**
 * For each of these customers, who need not have a file yet, the files that are very likely of the same one, likeliest
 * first. Only files that the actor sees are told of, and only by what the actor may read of them. Some hundreds at once
 * in a handful of statements. `except`: the file that the facts are of.
 */
export async function likelyDuplicates(
  context: Context,
  customers: readonly (ComparableFacts & { except?: string | undefined })[],
): Promise<Likely[][]> {
  const { threshold } = await readSettings(context)
  const ready = customers.map((facts) => comparedFile(readableFacts(facts, context.actor.fieldClasses)))
  const keys = ready.map((file) => duplicateKeys(file).all)
  const byKey = await readByKeys(context, keys.flat())
  const visible = visibleFiles(context.actor, 'customers.read', 'c')
  const found = await readComparable(context, [...byKey.values()].flat(), visible)
  const others = new Map([...found].map(([id, facts]) => [id, comparedFile(readableFacts(facts, context.actor.fieldClasses))]))
  return ready.map((file, index) =>
    [...new Set((keys[index] ?? []).flatMap((key) => byKey.get(key) ?? []))]
      .flatMap((customerId) => {
        const other = others.get(customerId)
        if (!other || customerId === customers[index]?.except) return []
        const { score, reasons } = compareFiles(file, other)
        return score < threshold ? [] : [{ customerId, score, reasons }]
      })
      .toSorted((a, b) => b.score - a.score || (a.customerId < b.customerId ? -1 : 1)),
  )
}
