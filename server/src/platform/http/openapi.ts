import { failures, nouns, permissions, problem } from '@parvandeh/contract'
import type { Route } from '@parvandeh/contract'
import { z } from 'zod'

type Json = Record<string, unknown>
type Contract = Record<string, Record<string, Route>>

const methods = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const

/** The contract as an OpenAPI 3.1 document. */
export function openApiDocument(contract: Contract): Json {
  const paths: Record<string, Json> = {}
  for (const [noun, routes] of Object.entries(contract)) {
    for (const [verb, route] of Object.entries(routes)) {
      const path = route.path.replaceAll(/:(\w+)/gu, '{$1}')
      paths[path] = { ...paths[path], [methods[route.method]]: operation(noun, verb, route) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parvandeh',
      version: '1',
      summary: "The customer's file as evidence: a Persian-first CRM",
      description:
        'Times are ISO 8601; days are Gregorian `YYYY-MM-DD`. Failures are problem details (RFC 9457) with a stable `code`, in Persian or, with `Accept-Language: en`, in English.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This server' }],
    tags: Object.entries(nouns).map(([name, about]) => ({ name, description: `${about.en} · ${about.fa}` })),
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal access token' },
        session: { type: 'apiKey', in: 'cookie', name: 'parvandeh.session_token' },
      },
      schemas: { Problem: schemaOf(problem, 'output') },
      responses: {
        Problem: {
          description: 'A refusal',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

function operation(noun: string, verb: string, route: Route): Json {
  const permission = route.permission in permissions ? `Permission: \`${route.permission}\`.` : `Access: ${route.permission}.`
  return {
    operationId: `${noun}-${verb}`,
    tags: [noun],
    summary: route.summary.en,
    description: `${route.summary.fa}\n\n${permission}`,
    ...(route.permission === 'public' && { security: [] }),
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query'), ...writeHeaders(route)],
    ...requestBody(route),
    responses: { '200': { description: 'Done', ...answerContent(route) }, ...refusals(route) },
  }
}

/** Refusals that every route of its kind can give. */
function refusals(route: Route): Json {
  const codes: (keyof typeof failures)[] = [
    'invalid-input',
    'too-many-requests',
    ...(route.permission === 'public' ? [] : (['not-signed-in', 'not-permitted', 'not-found'] as const)),
  ]
  return Object.fromEntries(codes.map((code) => [String(failures[code].status), { $ref: '#/components/responses/Problem' }]))
}

function parameters(schema: z.ZodType, place: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

/** Any write may be named, so that a caller that had no answer can send it again. */
function writeHeaders({ method, transport, permission }: Route): Json[] {
  if (method === 'GET' || transport !== 'json' || permission === 'public') return []
  const description = 'A write sent again under the same key within a week is done once, and answered as the first time.'
  return [{ name: 'Idempotency-Key', in: 'header', required: false, description, schema: { type: 'string', format: 'uuid' } }]
}

function requestBody(route: Route): Json {
  if (route.transport === 'upload') {
    const schema = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } }
  }
  const schema = schemaOf(route.body, 'input') as { properties?: Json }
  if (route.method === 'GET' || Object.keys(schema.properties ?? {}).length === 0) return {}
  return { requestBody: { required: true, content: { 'application/json': { schema } } } }
}

function answerContent(route: Route): Json {
  if (route.transport === 'events') return { content: { 'text/event-stream': { schema: { type: 'string' } } } }
  if (route.transport === 'download') return { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
  return { content: { 'application/json': { schema: schemaOf(route.response, 'output') } } }
}

/** JSON Schema 2020-12 of a zod schema; the long patterns that zod adds to formats are left out. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern
    },
  }) as Json
  return rest
}
