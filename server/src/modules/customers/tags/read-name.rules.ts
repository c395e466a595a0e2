import { foldForStorage, foldSpaced } from '@parvandeh/contract/persian'

/** A name as it is kept and the key by which names are equal; null when nothing readable is left of it. */
export function readName(text: string): { name: string; key: string } | null {
  const name = foldForStorage(text).replaceAll(/\s+/gu, ' ').trim()
  return name === '' ? null : { name, key: foldSpaced(name) || name }
}
