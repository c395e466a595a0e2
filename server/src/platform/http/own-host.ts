import { isIP } from 'node:net'
import { hostname } from 'node:os'

/**
 * Whether a request asks for us by a name of ours: the public address, this machine's own name, or an address of
 * numbers. A page elsewhere can make a name of its own lead to this machine and then read our answers as its own
 * (DNS rebinding); it cannot do so with a bare address, nor with a name that is not its.
 */
export function isOwnHost(header: string | undefined, publicUrl: string | undefined, machine: string = hostname()): boolean {
  if (header === undefined) return true
  if (!URL.canParse(`http://${header}`)) return false
  const name = new URL(`http://${header}`).hostname.replace(/\.$/u, '')
  if (isIP(name.replaceAll(/[[\]]/gu, '')) > 0) return true
  const [short = machine] = machine.toLowerCase().split('.')
  const own = ['localhost', machine.toLowerCase(), short, `${short}.local`]
  return own.includes(name) || name.endsWith('.localhost') || (publicUrl !== undefined && name === new URL(publicUrl).hostname)
}
