import type { AccessClass, SourceKind } from '@parvandeh/contract'
import type { FileEvidence, Finding, Rule } from '../consistency/consistency.types.ts'
import { agreementsOf } from '../consistency/agreements.ts'
import type { CustomerFile, ValueSource } from '../files/file.types.ts'
import { accessPointClass } from '../files/search-rows.rules.ts'
import { confidenceOf } from '../provenance/confidence.rules.ts'
import { valuesOf } from '../provenance/values.rules.ts'
import type { TrustEvidence } from './trust.rules.ts'

/** What is kept of a value of today beside the file. */
export interface Judged {
  field: string
  sourceKind: string | null
  confidence: number | null
  confirmedAt: Date | null
}

const monthMs = 30.44 * 86_400_000

/** What the trust in a file is reckoned from, as far as these classes of fields tell. */
export function weighFile(given: {
  evidence: FileEvidence
  rules: readonly Rule[]
  open: readonly Pick<Finding, 'severity'>[]
  judged: readonly Judged[]
  birth: { kind: string | null; confidence: number | null }
  completeness: number | null
  classes: ReadonlySet<AccessClass>
  now: Date
}): TrustEvidence {
  const { evidence, rules, open, judged, birth, completeness, classes, now } = given
  const records = new Map(judged.map((record) => [record.field, record]))
  const values = [...valuesOf(evidence.file).values()]
    .filter(({ accessClass }) => classes.has(accessClass))
    .map(({ field }) => {
      const record = records.get(field)
      const { kind, confidence } = record ? { kind: record.sourceKind, confidence: record.confidence } : birth
      return {
        confidence: confidenceOf(kind as SourceKind | null, confidence),
        confirmed: record?.confirmedAt != null,
        at: record?.confirmedAt,
      }
    })
  const latest = Math.max(...values.map(({ at }) => at?.getTime() ?? Number.NEGATIVE_INFINITY))
  const count = (severity: Finding['severity']) => open.filter((one) => one.severity === severity).length
  return {
    values,
    verified: classes.has(accessPointClass) ? evidence.file.accessPoints.filter((point) => point.verified).length : 0,
    completeness,
    agreements: agreementsOf(evidence, rules, now),
    contradictions: { low: count('low'), medium: count('medium'), high: count('high') },
    monthsSinceConfirmed: Number.isFinite(latest) ? Math.max(0, Math.floor((now.getTime() - latest) / monthMs)) : null,
    provisional: evidence.file.provisional,
  }
}

const everyClass: ReadonlySet<AccessClass> = new Set(['public', 'internal', 'sensitive', 'financial'])

/** What a new file is reckoned from: nothing has been seen of it, and nobody has judged anything in it. */
export const weighNewFile = (file: CustomerFile, source: ValueSource, now: Date): TrustEvidence =>
  weighFile({
    evidence: { file, custom: {}, seen: [], doubts: [], violated: new Set() },
    rules: [],
    open: [],
    judged: [],
    birth: { kind: source.kind, confidence: source.confidence ?? null },
    completeness: null,
    classes: everyClass,
    now,
  })
