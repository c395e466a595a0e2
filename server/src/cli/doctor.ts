import { statfs } from 'node:fs/promises'
import { examineDatabase } from '../platform/database/doctor.queries.ts'
import type { Finding } from '../platform/database/doctor.queries.ts'
import { exitCodes } from './command.ts'
import type { Command } from './command.ts'

const leastFreeGiB = 2

export const doctorCommands: Record<string, Command> = {
  doctor: {
    usage: 'doctor',
    fa: 'بررسی سلامت: پایگاه داده، مهاجرت‌ها، صف کارها، فایل‌ها و جای خالی دیسک',
    en: 'Check health: database, migrations, job queue, files and free disk space',
    words: 0,
    run: async ({ server, database, dataDir, out, json, say }) => {
      const findings: Finding[] = [await freeSpace(dataDir)]
      if (await server.has(database)) findings.push(...(await examineDatabase(server.ownerUrl(database))))
      else
        findings.push({ ok: true, name: 'organisation', fa: 'هنوز سازمانی راه‌اندازی نشده است', en: 'no organisation has been set up yet' })
      if (json) out(JSON.stringify(findings))
      else for (const one of findings) out(`${one.ok ? '✓' : '✗'} ${say(one.fa, one.en)}`)
      return findings.every((one) => one.ok) ? exitCodes.done : exitCodes.failed
    },
  },
}

async function freeSpace(dataDir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(dataDir)
  const gib = Math.floor((bavail * bsize) / 2 ** 30)
  return { ok: gib >= leastFreeGiB, name: 'disk', fa: `${gib} گیبی‌بایت جای خالی در ${dataDir}`, en: `${gib} GiB free at ${dataDir}` }
}
