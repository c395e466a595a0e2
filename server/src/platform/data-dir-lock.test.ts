import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acquireDataDirLock, findDataDirHolder } from './data-dir-lock.ts'

const address = 'http://127.0.0.1:3000'
const holding = `
  const { acquireDataDirLock } = await import(process.argv[1])
  try {
    await acquireDataDirLock(process.argv[2], { address: '${address}' })
    console.log('held')
    setInterval(() => {}, 1000)
  } catch (error) {
    console.log(error.message)
  }`
const children: ChildProcess[] = []
let dataDir = ''

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'parvandeh-lock-'))
})

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

/** Another program takes the data folder; gives its process and the first thing it says. */
async function anotherStart(): Promise<{ child: ChildProcess; said: string }> {
  const module = new URL('./data-dir-lock.ts', import.meta.url).href
  const child = spawn(process.execPath, ['--input-type=module', '-e', holding, module, dataDir])
  children.push(child)
  const said = await new Promise<string>((resolve) => child.stdout?.once('data', (data) => resolve(String(data))))
  return { child, said: said.trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

test('a second start on the same data folder is refused, naming the process and address of the first', async () => {
  const { child } = await anotherStart()
  const refusal = acquireDataDirLock(dataDir, { address: 'http://127.0.0.1:4000' })
  await expect(refusal).rejects.toThrow(`process ${child.pid}, address ${address}`)
  await expect(refusal).rejects.toThrow(`شمارهٔ فرایند ${child.pid}، نشانی ${address}`)
})

test('the data folder of a start that was killed can be taken at once', async () => {
  const { child } = await anotherStart()
  await kill(child)
  expect(findDataDirHolder(dataDir)).toBeUndefined()
  await acquireDataDirLock(dataDir, { address })
  expect(findDataDirHolder(dataDir)).toMatchObject({ pid: process.pid, address })
})

test('a lock whose process number now belongs to another program is stale', async () => {
  const { child } = await anotherStart()
  const lock = JSON.parse(readFileSync(join(dataDir, 'lock.json'), 'utf8')) as { identity: string }
  expect(lock.identity).toBeTruthy()
  const older = { ...lock, identity: `${lock.identity}0` }
  writeFileSync(join(dataDir, 'lock.json'), JSON.stringify(older))
  await acquireDataDirLock(dataDir, { address })
  expect(child.exitCode).toBeNull()
})

test('a lock file cut short by a power failure is stale', async () => {
  writeFileSync(join(dataDir, 'lock.json'), '{"pid":')
  await acquireDataDirLock(dataDir, { address })
  expect(findDataDirHolder(dataDir)?.pid).toBe(process.pid)
})

test('of several starts at once over a stale lock, exactly one gets the data folder', async () => {
  writeFileSync(join(dataDir, 'lock.json'), JSON.stringify({ pid: 2 ** 22 + 1, address }))
  const starts = await Promise.all(Array.from({ length: 6 }, anotherStart))
  expect(starts.filter(({ said }) => said === 'held')).toHaveLength(1)
  expect(starts.filter(({ said }) => said.includes('Parvandeh is already running'))).toHaveLength(5)
})

test('a released data folder can be taken again', async () => {
  const lock = await acquireDataDirLock(dataDir, { address })
  await expect(acquireDataDirLock(dataDir, { address })).rejects.toThrow('already running')
  await lock.release()
  await acquireDataDirLock(dataDir, { address })
})
