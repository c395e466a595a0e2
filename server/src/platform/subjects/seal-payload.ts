import { isBox, isPlain } from './box.ts'
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

/** The event as it was published, without what told of files that were erased since; undefined when nothing else is left of it. */
export async function openPayload(sealing: Sealing, stored: Payload): Promise<Payload | undefined> {
  if (!('box' in stored)) return sealing.open(stored)
  return isBox(stored['box']) ? (((await sealing.open(stored['box'])) as unknown as Payload | null) ?? undefined) : undefined
}
