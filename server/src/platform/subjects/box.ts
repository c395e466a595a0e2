import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** A value that is kept under the key of whom it tells of: their id, and AES-256-GCM of the value's JSON in base64. */
export interface Box {
  of: string
  sealed: string
}

const nonceBytes = 12
const tagBytes = 16

/** A key of 256 bits. */
export const newKey = (): Buffer => randomBytes(32)

/** Whether a value is a box, and not what somebody typed: it holds these two words and nothing else. */
export const isBox = (value: unknown): value is Box =>
  isPlain(value) && typeof value['of'] === 'string' && typeof value['sealed'] === 'string' && Object.keys(value).length === 2

/** Objects of JSON: neither dates nor buffers. */
export const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)

/** Puts a value into a box. The id is bound to it: the box of one subject does not open as another's. */
export const boxOf = (key: Buffer, of: string, value: unknown): Box => ({
  of,
  sealed: encrypt(key, of, Buffer.from(JSON.stringify(value))).toString('base64'),
})

/** What is in a box. */
export const contentOf = (key: Buffer, { of, sealed }: Box): unknown =>
  JSON.parse(decrypt(key, of, Buffer.from(sealed, 'base64')).toString('utf8'))

/** A subject's key as it is stored: under the key of the installation. */
export const wrapKey = (master: Buffer, of: string, key: Buffer): Buffer => encrypt(master, of, key)

export const unwrapKey = (master: Buffer, of: string, wrapped: Buffer): Buffer => decrypt(master, of, wrapped)

function encrypt(key: Buffer, of: string, content: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(of))
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, of: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(of)).setAuthTag(sealed.subarray(-tagBytes))
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()])
}
