import type { FileEvidence, Rule } from './consistency.types.ts'
import { agrees, valueOf } from './sides.ts'
import { settingOf, whatIsMostlySeen } from './seen.rules.ts'

/** How many fixed values are as most of what was seen says. */
export function agreementsOf(evidence: FileEvidence, rules: readonly Rule[], now: Date): number {
  return rules.filter((rule) => {
    const setting = rule.active ? settingOf(rule) : undefined
    const stated = setting && valueOf(evidence, setting.field)
    if (!setting || stated === null || stated === undefined) return false
    const most = whatIsMostlySeen(evidence.seen, setting, now)
    return most !== undefined && agrees(setting.field, stated, most.value)
  }).length
}
