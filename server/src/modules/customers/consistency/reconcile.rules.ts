import type { Finding } from './consistency.types.ts'
import type { StoredContradiction } from './contradictions.queries.ts'

/** One that is found for the first time has neither an id nor a place yet. */
export type ChangedContradiction = Omit<StoredContradiction, 'customerId' | 'id' | 'unitId' | 'ownerId'> &
  Partial<Pick<StoredContradiction, 'customerId' | 'id'>>

/**
 * What becomes of a file's contradictions when it is looked at again. What was found before is not asked again: not while
 * it is open, and not after somebody has kept or dismissed it. What had gone, or was corrected, and is there once more is
 * open again. What is open and no longer found has gone. Of what was found in files that were merged into this one, what
 * somebody has settled counts; the rest is found in this one or has gone.
 */
export function reconcile(
  customerId: string,
  before: readonly StoredContradiction[],
  found: readonly Finding[],
  now: Date,
): { changed: ChangedContradiction[]; open: Finding[] } {
  const own = before.filter((one) => one.customerId === customerId)
  const known = new Map([...own, ...before.filter(isSettled)].map((one) => [one.fingerprint, one]))
  const fresh = [...new Map(found.map((finding) => [finding.fingerprint, finding])).values()]
  const still = new Set(fresh.map(({ fingerprint }) => fingerprint))
  const changed: ChangedContradiction[] = []
  const open: Finding[] = []
  for (const finding of fresh) {
    const old = known.get(finding.fingerprint)
    if (old && isSettled(old)) continue
    open.push(finding)
    if (!old) changed.push({ ...finding, ...opened(now), version: 1 })
    else if (old.state !== 'open') changed.push({ ...finding, ...opened(now), id: old.id, version: old.version + 1 })
    else if (differs(old, finding)) changed.push({ ...old, ...finding, version: old.version + 1 })
  }
  for (const old of before) {
    if (old.state === 'open' && (!still.has(old.fingerprint) || known.get(old.fingerprint) !== old))
      changed.push({ ...old, state: 'gone', closedAt: now, version: old.version + 1 })
  }
  return { changed, open }
}

const isSettled = ({ state }: Pick<StoredContradiction, 'state'>) => state === 'kept' || state === 'dismissed'

const opened = (now: Date) => ({ state: 'open' as const, openedAt: now, closedAt: null, closedBy: null, reason: null })

/** More of the same was seen, or the rule weighs it otherwise by now. */
const differs = (old: StoredContradiction, finding: Finding): boolean =>
  old.severity !== finding.severity || [...old.evidence].toSorted().join() !== [...finding.evidence].toSorted().join()
