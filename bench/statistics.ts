import { execFile, execFileSync } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { hasInstEval, instEvalFile } from './statistics/insteval.ts'

const here = (file: string): string => path.join(import.meta.dirname, 'statistics', file)

interface Measured {
  seconds: number
  megabytes: number
  remark: string
}

/** What is measured, its goals, and the model of lmer.R that is held beside it. */
interface Case {
  name: string
  does: string
  seconds?: number
  megabytes?: number
  peer?: 'a' | 'b'
}

const cases: readonly Case[] = [
  { name: 'insteval-a', does: 'InstEval A: 73,421 ratings, 2,972 students, 1,128 lecturers', seconds: 2.5, megabytes: 200, peer: 'a' },
  { name: 'insteval-b', does: 'InstEval B: the same with service and department by service', seconds: 2.5, megabytes: 200, peer: 'b' },
  {
    name: 'million-2000',
    does: '1,000,000 opinions, 177,000 customers, 2,000 employees, 60 topics, 6 fixed effects',
    seconds: 15,
    megabytes: 500,
  },
  { name: 'million-20000', does: 'the same with 20,000 employees' },
  { name: 'calibration', does: 'evidence weights calibrated on InstEval A', seconds: 8 },
]

/** CPU seconds and peak memory of fits with all their standard errors, each in a process of its own. */
export async function run(say: (words: string) => void): Promise<string> {
  const rows: string[] = []
  const withPeer = hasLme4()
  for (const one of cases) {
    if (!one.name.startsWith('million') && !hasInstEval()) {
      rows.push(`| ${one.does} | not measured: PARVANDEH_TEST_DATA is not set | | | |`)
      continue
    }
    say(`statistics: ${one.does}`)
    const measured = await measure(one.name)
    const peer = one.peer && withPeer ? ratio(measured.seconds, peerSeconds(one.peer)) : ''
    rows.push(
      `| ${one.does} | ${measured.seconds.toFixed(1)}${goal(one, 'seconds')} | ${measured.megabytes.toFixed(0)}${goal(one, 'megabytes')} | ${peer} | ${measured.remark} |`,
    )
  }
  return [
    '## Statistics',
    '',
    `Fits with the standard errors of all levels. CPU seconds of the process; peak memory with the data. ${
      withPeer ? 'lme4 was run beside, one thread.' : 'R with lme4 is not installed here: no ratio.'
    }`,
    '',
    '| what | CPU s (goal) | MB (goal) | of lme4 | how |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

async function measure(name: string): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [here('measure.ts'), name])
  return JSON.parse(stdout) as Measured
}

const goal = (one: Case, what: 'seconds' | 'megabytes'): string => (one[what] === undefined ? '' : ` (${one[what]})`)

const oneThread = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' }

function hasLme4(): boolean {
  try {
    execFileSync('Rscript', ['-e', 'library(lme4)'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const peerSeconds = (model: string): number =>
  Number(execFileSync('Rscript', [here('lmer.R'), instEvalFile, model], { encoding: 'utf8', env: oneThread }))

const ratio = (own: number, peer: number): string => `${(own / peer).toFixed(2)} of ${peer.toFixed(1)} s`
