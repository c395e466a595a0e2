import type { LongTools } from '../../../platform/outbox/reactions.ts'
import { exportsToForget, forgetContent } from './exports.queries.ts'

const atOnce = 100

/** Forgets the files whose days are over. */
export async function sweepExports({ runAsSystem, signal }: LongTools): Promise<void> {
  for (let isLast = false; !isLast && !signal.aborted;) {
    isLast = await runAsSystem(async (context) => {
      const over = await exportsToForget(context, context.now, atOnce)
      for (const one of over) await forgetContent(context, one, 'expired')
      return over.length < atOnce
    })
  }
}
