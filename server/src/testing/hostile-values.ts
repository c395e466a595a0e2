import { z } from 'zod'

type Json = Record<string, unknown>

/** One leaf of an input made hostile: where, and the whole input around it. */
export interface HostileInput {
  where: string
  value: unknown
  input: unknown
}

const moments = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '1900-01-01T00:00:00Z',
  '9999-12-31T23:59:59-23:59',
  '2026-02-30T08:00:00Z',
]
const days = ['0000-01-01', '0001-01-01', '1800-01-01', '9999-12-31', '2026-02-30']
const words = ['\u0000', 'a\ud800b', '', ' \u200c ', `٪%_\\';`, '-infinity', 'ی'.repeat(5000)]
const numbers = [-1, 0, 1e308, 2 ** 31, 2 ** 53, 0.1, '7']

/**
 * Inputs that fit a schema but for one leaf, which holds what nobody would type: each leaf in turn, each with every
 * hostile value of its kind. `known` gives ids of what exists, by the name of the field.
 */
export function hostileInputs(schema: z.ZodType, known: Readonly<Record<string, unknown>>): HostileInput[] {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  const fit = fitting(shape, '', known)
  return leavesOf(shape, []).flatMap(({ path, leaf }) =>
    hostileFor(leaf).map((value) => ({ where: path.join('.'), value, input: replaced(fit, path, value) })),
  )
}

function hostileFor(leaf: Json): readonly unknown[] {
  if (leaf['format'] === 'date-time') return [...moments, ...words.slice(0, 3)]
  if (leaf['format'] === 'date') return [...days, '\u0000']
  if (leaf['type'] === 'string') return words
  if (leaf['type'] === 'number' || leaf['type'] === 'integer') return numbers
  return [null, [], {}, { __proto__: null, constructor: { prototype: { evil: true } } }, 'x']
}

function fitting(schema: Json, name: string, known: Readonly<Record<string, unknown>>): unknown {
  if (name in known) return known[name]
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  const options = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined
  if (options) return fitting(options.find((one) => one['type'] !== 'null') ?? {}, name, known)
  switch (schema['type']) {
    case 'object':
      return Object.fromEntries(
        Object.entries((schema['properties'] ?? {}) as Record<string, Json>).map(([key, one]) => [key, fitting(one, key, known)]),
      )
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? 0) }, () => fitting((schema['items'] ?? {}) as Json, '', known))
    case 'integer':
    case 'number':
      return 1
    case 'boolean':
      return false
    default:
      return text(schema)
  }
}

function text({ format, pattern }: Json): string {
  if (format === 'uuid') return '0190b5f0-0000-7000-8000-000000000000'
  if (format === 'date-time') return '2026-01-05T08:00:00Z'
  if (format === 'date') return '2026-01-05'
  if (format === 'email') return 'someone@example.org'
  return String(pattern).includes('2[0-3]') ? '08:00' : 'abc'
}

/** Leaves of the schema; of an array, those of its first item. */
function leavesOf(schema: Json, path: string[]): { path: string[]; leaf: Json }[] {
  const options = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined
  if (options) return leavesOf(options.find((one) => one['type'] !== 'null') ?? {}, path)
  if (schema['type'] === 'object' && schema['properties'])
    return Object.entries(schema['properties'] as Record<string, Json>).flatMap(([key, one]) => leavesOf(one, [...path, key]))
  if (schema['type'] === 'object' && typeof schema['additionalProperties'] === 'object')
    return [{ path: [...path, 'a\ud800\u0000'], leaf: schema['additionalProperties'] as Json }]
  if (schema['type'] === 'array') return [{ path, leaf: {} }, ...leavesOf((schema['items'] ?? {}) as Json, [...path, '0'])]
  return path.length === 0 ? [] : [{ path, leaf: schema }]
}

function replaced(fit: unknown, [head, ...rest]: string[], value: unknown): unknown {
  if (head === undefined) return value
  if (head === '0') return [replaced({}, rest, value)]
  const object = (typeof fit === 'object' && fit !== null ? fit : {}) as Json
  return { ...object, [head]: replaced(object[head], rest, value) }
}
