/** How many wrong passwords in a row are free, and how long the wait may grow. */
export interface Patience {
  free: number
  longestMs: number
}

export interface Attempt {
  /** What wrong passwords are counted under. */
  key: string
  patience: Patience
}

const fromOneAddress: Patience = { free: 4, longestMs: 30 * 60_000 }
const fromAnywhere: Patience = { free: 40, longestMs: 2 * 60_000 }

/**
 * Wrong passwords for a name are counted by the address they come from, so that a stranger elsewhere cannot shut the
 * owner out; and over all addresses, more patiently, so that guessing from many is slow too.
 */
export const attemptsFor = (login: string, address: string): Attempt[] => [
  // The address comes first: it has no blank in it, and a name may.
  { key: `${address} ${login}`, patience: fromOneAddress },
  { key: `* ${login}`, patience: fromAnywhere },
]

/** Whoever guesses codes knows the password already: their guesses are slowed for the owner as well. */
const ofCodes: Patience = { free: 9, longestMs: 30 * 60_000 }

/** Wrong codes of a second factor are counted as wrong passwords are, apart from them. */
export const codeAttemptsFor = (personId: string, address: string): Attempt[] => [
  { key: `${address} code ${personId}`, patience: fromOneAddress },
  { key: `* code ${personId}`, patience: ofCodes },
]

/** Until when no password is looked at: not at all while they are free, then 10 seconds, doubling up to the longest wait. */
export function lockedUntil(failures: number, { free, longestMs }: Patience, now: Date): Date {
  if (failures <= free) return now
  return new Date(now.getTime() + Math.min(10_000 * 2 ** (failures - free - 1), longestMs))
}
