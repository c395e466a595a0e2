import { isPlain } from './box.ts'
import type { Sealing } from './sealing.ts'

type Payload = Record<string, unknown>

/** What is asked of a stored event without opening it. */
const plainNames = ['customerId', 'id', 'version'] as const

/**
 * An event as it is stored. Of one that tells of one customer's file the rest is a box; of one that tells of many, each
 * entry of its lists that names a file is.
 */
export async function sealPayload(sealing: Sealing, payload: Payload): Promise<Payload> {
  const { customerId } = payload
  if (typeof customerId === 'string') {
    const plain = Object.fromEntries(plainNames.flatMap((name) => (name in payload ? [[name, payload[name]]] : [])))
    return { ...plain, box: await sealing.seal(customerId, payload) }
  }
  await sealing.prepare(Object.values(payload).flatMap(filesIn))
  const sealed: Payload = {}
  for (const [name, part] of Object.entries(payload)) sealed[name] = Array.isArray(part) ? await sealList(sealing, part) : part
  return sealed
}

const fileOf = (item: unknown): string | undefined => {
  const id = isPlain(item) ? item['customerId'] : undefined
  return typeof id === 'string' ? id : undefined
}

const filesIn = (part: unknown): string[] => (Array.isArray(part) ? part.flatMap((item) => fileOf(item) ?? []) : [])

async function sealList(sealing: Sealing, items: readonly unknown[]): Promise<unknown[]> {
  const sealed: unknown[] = []
  for (const item of items) {
    const of = fileOf(item)
    sealed.push(of === undefined ? item : await sealing.seal(of, item))
  }
  return sealed.filter((item) => item !== null)
}

/**
 * Events as they were published, without what told of files that were erased since; undefined in place of one of which
 * nothing else is left.
 */
export async function openPayloads(sealing: Sealing, stored: readonly Payload[]): Promise<(Payload | undefined)[]> {
  const opened = await sealing.open([...stored])
  return opened.map((one) => ('box' in one ? ((one['box'] as Payload | null) ?? undefined) : one))
}
