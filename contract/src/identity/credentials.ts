import { z } from 'zod'

/** A password as given: what makes a good one is asked where it is set. */
export const password = z.string().min(1).max(200)

/** A code of the second factor as typed: six digits of either alphabet, or a backup code. */
export const code = z.string().trim().min(1).max(40)
