import { parseArgs } from 'node:util'
import { loadSecrets, openDataDir } from '../platform/data-dir.ts'
import { AppError } from '../platform/failure.ts'
import { openLog } from '../platform/log.ts'
import { StartRefused } from '../platform/start-refused.ts'
import { visitDatabaseServer } from '../process/database-server.ts'
import { readSettings } from '../process/settings.ts'
import { failures } from '@parvandeh/contract'
import { backupCommands } from './backup.ts'
import { exitCodes, UsageError } from './command.ts'
import type { Command, Given } from './command.ts'
import { demoCommands } from './demo.ts'
import { doctorCommands } from './doctor.ts'
import { helpText } from './help.ts'
import { customerCommands } from './customers.ts'
import { importCommands } from './import.ts'
import { openProgress } from './progress.ts'
import { tokenCommands } from './token.ts'
import { userCommands } from './user.ts'

export const commands: Record<string, Command> = {
  ...importCommands,
  ...customerCommands,
  ...userCommands,
  ...tokenCommands,
  ...backupCommands,
  ...demoCommands,
  ...doctorCommands,
}

const persian = (process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '').startsWith('fa')
const say = (fa: string, en: string): string => (persian ? fa : en)
const out = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (fa: string, en: string): void => void process.stderr.write(`${say(fa, en)}\n`)

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    out(helpText(commands))
    return args.length === 0 ? exitCodes.usage : exitCodes.done
  }
  const name = Object.keys(commands).find((one) => one.split(' ').every((word, i) => args[i] === word))
  const command = name === undefined ? undefined : commands[name]
  if (name === undefined || !command)
    throw new UsageError(`فرمان «${args[0]}» شناخته نیست؛ parvandeh --help`, `Unknown command ${args[0]}; see parvandeh --help`)
  return run(command, read(command, args.slice(name.split(' ').length)))
}

function read(command: Command, args: string[]): Given {
  const names = (list: readonly string[] = [], type: 'string' | 'boolean') => Object.fromEntries(list.map((one) => [one, { type }]))
  try {
    const parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { ...names(command.values, 'string'), ...names(['json', 'demo', ...(command.flags ?? [])], 'boolean') },
    })
    if (parsed.positionals.length !== command.words)
      throw new UsageError(`درست آن: parvandeh ${command.usage}`, `Usage: parvandeh ${command.usage}`)
    return { words: parsed.positionals, values: parsed.values as Given['values'], flags: parsed.values as Given['flags'] }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`درست آن: parvandeh ${command.usage}`, `${(error as Error).message}\nUsage: parvandeh ${command.usage}`)
  }
}

async function run(command: Command, given: Given): Promise<number> {
  const log = openLog(process.env['LOG_LEVEL'] ?? 'warn')
  const dataDir = openDataDir()
  const secrets = loadSecrets(dataDir)
  const server = await visitDatabaseServer({ dataDir, secrets, databaseUrl: readSettings().databaseUrl, log })
  const progress = openProgress()
  try {
    const database = given.flags['demo'] ? server.demoDatabase : server.mainDatabase
    return await command.run({ dataDir, secrets, server, database, log, out, progress, json: given.flags['json'] ?? false, say }, given)
  } finally {
    progress.end()
    await server.stop()
  }
}

/** Every failure is a sentence; a stack is shown only for what nobody foresaw. */
function explain(error: unknown): number {
  if (error instanceof UsageError) {
    complain(error.fa, error.message)
    return exitCodes.usage
  }
  if (error instanceof AppError) {
    const fields = error.problems?.map((one) => `\n  ${one.field}: ${one.message}`).join('') ?? ''
    complain(failures[error.code].fa + fields, failures[error.code].en + fields)
  } else if (error instanceof StartRefused) complain(error.persian, error.english)
  else console.error(error)
  return exitCodes.failed
}

process.exitCode = await main(process.argv.slice(2)).catch(explain)
