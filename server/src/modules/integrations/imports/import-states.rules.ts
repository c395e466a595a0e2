import type { ImportState } from '../integrations.tables.ts'

const verbs = {
  // Started anew with another mapping, what was staged is staged again.
  start: ['uploaded', 'paused', 'failed'],
  pause: ['staging', 'loading'],
  resume: ['paused', 'failed'],
  discard: ['uploaded', 'staging', 'loading', 'paused', 'failed'],
} as const satisfies Record<string, readonly ImportState[]>
export type ImportVerb = keyof typeof verbs

/** Whether an import in this state lets itself be started, paused, resumed or discarded. */
export const may = (verb: ImportVerb, { state }: { state: ImportState }): boolean => (verbs[verb] as readonly ImportState[]).includes(state)

export const whatCanBeDone = (one: { state: ImportState }): Record<ImportVerb, boolean> => ({
  start: may('start', one),
  pause: may('pause', one),
  resume: may('resume', one),
  discard: may('discard', one),
})

/** What a resumed import goes on with: a broken file has been read as far as it goes, and resuming takes that. */
export const stateToResume = ({
  staged,
  failure,
}: {
  staged: boolean
  failure: { code: string } | null
}): { state: 'staging' | 'loading'; staged: boolean } =>
  staged || brokenFile.includes(failure?.code ?? '') ? { state: 'loading', staged: true } : { state: 'staging', staged: false }

/** Codes of files that cannot be read any further. */
const brokenFile: readonly string[] = ['truncated-file', 'damaged-file', 'unpacks-too-large', 'too-many-parts']
