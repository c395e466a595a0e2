import { parseArgs } from 'node:util'
import { deskBars, opinionBars } from './bars.ts'
import { deskStudy } from './desk-study.ts'
import { DESK } from './generate-requests.ts'
import { METHODS } from './methods.ts'
import { OPINION_SETTINGS } from './opinion-settings.ts'
import { barLines, deskTable, LEGEND, settingTable } from './print-study.ts'
import { study, type MethodSummary } from './study.ts'

const PRODUCT = '5'
const ADVERSARIES = ['strongMnar', 'wrongShares', 'choosers', 'clique', 'team']
/** In the adversaries' worlds only what the product is compared with. */
const SOME_METHODS = ['1', '3', '4', PRODUCT]

/** The simulation study: tables as they come, then the bars, then where the method fails. */
function main(): void {
  const { values } = parseArgs({ options: { seeds: { type: 'string', default: '100' }, settings: { type: 'string' } } })
  const seeds = Number(values.seeds)
  if (!Number.isInteger(seeds) || seeds < 1) throw new RangeError('--seeds is a whole number from 1')
  const wanted = values.settings?.split(',')
  process.stdout.write(`Seeds 1 to ${seeds}.\n${LEGEND}`)
  const results = new Map<string, Map<string, MethodSummary>>()
  for (const [key, setting] of Object.entries(OPINION_SETTINGS)) {
    if (wanted && !wanted.includes(key)) continue
    const methods = Object.keys(METHODS).filter((method) => !ADVERSARIES.includes(key) || SOME_METHODS.includes(method.charAt(0)))
    const summaries = study(setting, methods, seeds)
    process.stdout.write(settingTable(setting.name, summaries))
    results.set(key, new Map([...summaries].map(([method, summary]) => [method.charAt(0), summary])))
  }
  const bars = opinionBars(results)
  if (!wanted || wanted.includes('desk')) {
    const desk = deskStudy(DESK, seeds)
    process.stdout.write(deskTable('desk of 160 hours', desk))
    process.stdout.write(deskTable('desk of 40 hours', deskStudy({ ...DESK, hours: 40 }, seeds)))
    bars.push(...deskBars(desk))
  }
  process.stdout.write(barLines(bars))
  process.stdout.write(failures(results))
  process.exitCode = bars.every(({ holds }) => holds) ? 0 : 1
}

/** Where the method fails under attack: intervals that promise too much, or somebody who gains or loses by foul play. */
function failures(results: ReadonlyMap<string, ReadonlyMap<string, MethodSummary>>): string {
  const lines = ADVERSARIES.flatMap((key) => {
    const product = results.get(key)?.get(PRODUCT)
    if (!product) return []
    const faults = [
      ...(product.coverage < 0.93 ? [`95% intervals cover ${product.coverage.toFixed(3)}`] : []),
      ...(Math.abs(product.suspectBias) > 0.1 ? [`those concerned are off by ${product.suspectBias.toFixed(2)} points`] : []),
      ...(product.flaggedLowButNot > 0.02 ? [`${product.flaggedLowButNot.toFixed(3)} of those called low are not`] : []),
    ]
    return [`${key}: ${faults.length > 0 ? `FAILS: ${faults.join('; ')}` : 'holds'}`]
  })
  return lines.length > 0 ? `\nUnder attack\n${lines.join('\n')}\n` : ''
}

main()
