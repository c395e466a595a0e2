import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { acquireDataDirLock } from '../data-dir-lock.ts'
import { isProcessAlive } from '../process-identity.ts'
import {
  ask,
  clearAway,
  killLeftServer,
  listeningLog,
  newDataDir,
  openPool,
  password,
  startAndBeKilled,
} from './embedded-postgres.fixtures.ts'
import { connectEmbeddedPostgres, startEmbeddedPostgres } from './index.ts'

let dataDir = ''
const log = listeningLog()
const start = () => startEmbeddedPostgres({ dataDir, password, log })
const connect = () => connectEmbeddedPostgres({ dataDir, password, log })
const postmasterPid = () => Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

// One cluster for all: each test begins on what the one before has left on disk.
beforeAll(() => {
  dataDir = newDataDir()
})

beforeEach(() => {
  log.said.length = 0
})

afterEach(() => killLeftServer(dataDir))

afterAll(() => clearAway(dataDir))

test('PostgreSQL killed in the middle of writes comes back by itself and nothing acknowledged is lost', async () => {
  const server = await start()
  const pool = openPool(server.url('postgres'))
  await pool.query('create table entry (id int primary key)')
  const acknowledged: number[] = []
  let isWriting = true
  let lostWrites = 0
  const writer = async (first: number) => {
    for (let id = first; isWriting; id += 4) {
      await pool.query('insert into entry values ($1)', [id]).then(
        () => acknowledged.push(id),
        async () => {
          lostWrites += 1
          await sleep(10)
        },
      )
    }
  }
  const writing = Promise.all([0, 1, 2, 3].map(writer))
  for (let round = 0; round < 3; round += 1) {
    await sleep(300)
    const restarted = new Promise<void>((resolve) => server.onRestart(resolve))
    process.kill(postmasterPid(), 'SIGKILL')
    await restarted
  }
  await sleep(200)
  isWriting = false
  await writing

  const found = new Set((await pool.query<{ id: number }>('select id from entry')).rows.map(({ id }) => id))
  await pool.end()
  await server.stop()
  expect(acknowledged.length).toBeGreaterThan(100)
  expect(lostWrites).toBeGreaterThan(0)
  expect(acknowledged.filter((id) => !found.has(id))).toEqual([])
  expect(log.said.filter((line) => line.includes('died'))).toHaveLength(3)
})

test('a server left running by a product that was killed is taken over, on the same port', async () => {
  const left = await startAndBeKilled(dataDir)
  expect(isProcessAlive(left)).toBe(true)
  const server = await start()
  expect(postmasterPid()).toBe(left)
  expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  expect(isProcessAlive(left)).toBe(false)
})

test('when both were killed, the next start recovers over what they left, though the pid is another program by now', async () => {
  const left = await startAndBeKilled(dataDir)
  process.kill(left, 'SIGKILL')
  while (isProcessAlive(left)) await sleep(10)
  const pidFile = join(dataDir, 'postgres/postmaster.pid')
  writeFileSync(pidFile, readFileSync(pidFile, 'utf8').replace(String(left), String(process.pid)))
  const server = await start()
  expect(postmasterPid()).not.toBe(left)
  await server.stop()
})

test('a password that does not belong to the data folder is refused with a sentence', async () => {
  await (await start()).stop()
  const refusal = startEmbeddedPostgres({ dataDir, password: 'another', log })
  await expect(refusal).rejects.toThrow(/secrets\.json[^]*secrets\.json/)
})

test('a command starts the server when it is not running and stops it afterwards', async () => {
  const connection = await connect()
  const pid = postmasterPid()
  expect(await ask(connection.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  await connection.stop()
  expect(isProcessAlive(pid)).toBe(false)
})

test('a command leaves the server running while another command uses it; the last one stops it', async () => {
  const [first, second] = await Promise.all([connect(), connect()])
  expect(first.port).toBe(second.port)
  const pool = openPool(second.url('postgres'))
  await pool.query('select 1')
  const pid = postmasterPid()
  await first.stop()
  expect(await ask(second.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  await pool.end()
  await second.stop()
  expect(isProcessAlive(pid)).toBe(false)
})

test('a command never stops the server of a running product', async () => {
  const lock = await acquireDataDirLock(dataDir, { address: 'http://127.0.0.1:3000' })
  const server = await start()
  // The product is another process: seen from the command, the lock is not its own.
  const lockFile = join(dataDir, 'lock.json')
  writeFileSync(lockFile, JSON.stringify({ pid: process.ppid, address: 'http://127.0.0.1:3000' }))
  await (await connect()).stop()
  expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  await server.stop()
  await lock.release()
})
