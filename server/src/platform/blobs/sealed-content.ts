import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { pipeline } from 'node:stream'
import type { Readable } from 'node:stream'

const keyBytes = 32
const nonceBytes = 16

/** A fresh key and nonce: whoever forgets them has forgotten the content. */
export const newContentKey = (): Buffer => randomBytes(keyBytes + nonceBytes)

const parts = (key: Buffer): [Buffer, Buffer] => [key.subarray(0, keyBytes), key.subarray(keyBytes)]

/** The content as it is stored. That it is whole is told by the name of the stored content, its SHA-256. */
export const sealed = (content: Readable, key: Buffer): Readable => pipeline(content, createCipheriv('aes-256-ctr', ...parts(key)), ignored)

/** The content as it was. */
export const unsealed = (content: Readable, key: Buffer): Readable =>
  pipeline(content, createDecipheriv('aes-256-ctr', ...parts(key)), ignored)

/** Whoever reads the end of the pipeline hears of its failure there. */
const ignored = (): void => undefined
