import { readFileSync } from 'node:fs'
import { startProduct } from '../../e2e/support/product.ts'
import type { BenchData } from '../data/prepare-data.ts'

/** The kernel counts the time of processes in hundredths of a second. */
const ticksPerSecond = 100

/** Starts the product as `npm start` does, on the database of the measurements. */
export async function startServer({ dataDir, ownerUrl }: BenchData) {
  const product = await startProduct({ dataDir, env: { DATABASE_URL: ownerUrl } })
  const pid = product.process.pid ?? 0
  return {
    url: product.url,
    /** Seconds of processor that the server has used; NaN where the system does not tell. */
    cpuSeconds: (): number => {
      try {
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
        return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
      } catch {
        return Number.NaN
      }
    },
    stop: product.stop,
  }
}

export type Server = Awaited<ReturnType<typeof startServer>>
