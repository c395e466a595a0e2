import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isAreaCode, operatorOf, provinceOf } from './phone-facts.ts'

const folder = path.join(process.env.PARVANDEH_TEST_DATA ?? '/nowhere', 'persian/phone')

function prefixesIn(file: string): [prefix: string, name: string][] {
  return readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => /^98\d+\|/.test(line))
    .map((line) => line.slice(2).split('|') as [string, string])
}

test.skipIf(!existsSync(folder))('operators and provinces are those of the published numbering data', () => {
  for (const [prefix, name] of prefixesIn('libphonenumber_carrier_fa_98.txt')) {
    expect(operatorOf(prefix.padEnd(10, '0'))?.fa, prefix).toBe(name)
  }
  const provinces = prefixesIn('libphonenumber_geocoding_fa_98.txt')
  expect(provinces).toHaveLength(31)
  for (const [prefix, name] of provinces) {
    expect(isAreaCode(prefix)).toBe(true)
    expect(name.replace(/^استان /, ''), prefix).toBe(provinceOf(prefix.padEnd(10, '0'))?.fa)
  }
})
