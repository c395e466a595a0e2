import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { UsageError } from './command.ts'

/** A password is never an argument, which other users of the machine could see: it comes from a file or is asked for. */
export async function readPassword(file: string | undefined): Promise<string> {
  if (file !== undefined) return (await readFile(file, 'utf8')).replace(/\r?\n$/u, '')
  if (!process.stdin.isTTY) throw new UsageError('گذرواژه را با ‎--password-file بدهید.', 'Give the password with --password-file.')
  process.stderr.write('گذرواژه / password: ')
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true })
  const password = await terminal.question('')
  terminal.close()
  process.stderr.write('\n')
  return password
}
