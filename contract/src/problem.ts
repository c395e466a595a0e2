import { z } from 'zod'

/** Problem details (RFC 9457) with a stable code; `problems` names the fields at fault. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  problems: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
  retryAfterSeconds: z.number().int().optional(),
})
export type Problem = z.infer<typeof problem>
