import type { Context } from '../context.ts'

type Json = Record<string, unknown>

/** Describes what one organisation has added to a part of the contract, as far as the caller may know of it. */
export interface OwnSchemas {
  /** The property of bodies and answers that holds it. */
  property: string
  /** The name of its schema among the components. */
  name: string
  /** The properties in it, as JSON Schema; none where there is nothing to tell. */
  properties: (context: Context) => Promise<Record<string, Json>>
}

/** The description of the API, with what this organisation has added in its place. */
export async function withOwnSchemas(context: Context, document: Json, own: readonly OwnSchemas[]): Promise<Json> {
  const told = document
  const { schemas } = told.components as { schemas: Json }
  for (const { property, name, properties } of own) {
    const found = await properties(context)
    if (Object.keys(found).length === 0) continue
    schemas[name] = { type: 'object', additionalProperties: false, properties: found }
    pointTo(told.paths, property, { $ref: `#/components/schemas/${name}` })
  }
  return told
}

function pointTo(part: unknown, property: string, reference: Json): void {
  if (typeof part !== 'object' || part === null) return
  if ('properties' in part && typeof part.properties === 'object' && part.properties !== null && property in part.properties)
    (part.properties as Json)[property] = reference
  for (const inner of Object.values(part)) if (inner !== reference) pointTo(inner, property, reference)
}
