import type { ImportKind, ImportState } from '../integrations.tables.ts'

const verbs = {
  // Started anew with another mapping, what was staged is staged again.
  start: ['uploaded', 'paused', 'failed', 'checked'],
  pause: ['staging', 'loading', 'checking', 'undoing'],
  resume: ['paused', 'failed'],
  discard: ['uploaded', 'staging', 'loading', 'checking', 'checked', 'paused', 'failed'],
  undo: ['paused', 'failed', 'done'],
} as const satisfies Record<string, readonly ImportState[]>
export type ImportVerb = keyof typeof verbs

interface Standing {
  kind: ImportKind
  state: ImportState
  step: ImportState | null
  rows_loaded: number
}

/**
 * Whether an import as it stands lets itself be started, paused, resumed, discarded or taken back. Of customers and ledgers some
 * are in as soon as it has loaded any: from then on it can be taken back, and no longer discarded or begun anew.
 */
export function may(verb: ImportVerb, { kind, state, step, rows_loaded: loaded }: Standing): boolean {
  if (!(verbs[verb] as readonly ImportState[]).includes(state)) return false
  const hasWritten = kind !== 'requests' && (loaded > 0 || state === 'loading' || step === 'undoing')
  if (verb === 'undo') return hasWritten
  return !hasWritten || verb === 'pause' || verb === 'resume'
}

export const whatCanBeDone = (one: Standing): Record<ImportVerb, boolean> => ({
  start: may('start', one),
  pause: may('pause', one),
  resume: may('resume', one),
  discard: may('discard', one),
  undo: may('undo', one),
})

/** What a resumed import goes on with: a broken file has been read as far as it goes, and resuming takes that. */
export const stateToResume = ({
  kind,
  step,
  staged,
  failure,
}: Pick<Standing, 'kind' | 'step'> & { staged: boolean; failure: { code: string } | null }): { state: ImportState; staged: boolean } => {
  if (kind !== 'requests') return { state: brokenFile.includes(failure?.code ?? '') ? ended(step) : (step ?? 'loading'), staged }
  return staged || brokenFile.includes(failure?.code ?? '') ? { state: 'loading', staged: true } : { state: 'staging', staged: false }
}

/** Of a broken file of customers all that could be read is in already. */
const ended = (step: ImportState | null): ImportState => (step === 'checking' ? 'checked' : 'done')

/** Codes of files that cannot be read any further. */
const brokenFile: readonly string[] = ['truncated-file', 'damaged-file', 'unpacks-too-large', 'too-many-parts']
