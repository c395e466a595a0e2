type Json = Record<string, unknown>

interface Operation {
  operationId: string
  summary: string
  description: string
  tags: string[]
  parameters: { name: string; in: string; required: boolean; schema: Json }[]
  requestBody?: { content: Record<string, { schema: Json }> }
}

const words = {
  fa: {
    title: 'رابط برنامه‌نویسی پرونده',
    lead: 'همهٔ نشانی‌هایی که صفحه‌های برنامه از آن‌ها استفاده می‌کنند، برای اسکریپت‌ها و سامانه‌های دیگر هم باز است. با کلید دسترسی شخصی وارد شوید:',
    file: 'شرح ماشین‌خوان (OpenAPI 3.1)',
    parameters: 'پارامترها',
    body: 'بدنهٔ درخواست',
    required: 'بایسته',
  },
  en: {
    title: 'Parvandeh API',
    lead: 'Every address that the screens use is open to scripts and other systems. Sign in with a personal access token:',
    file: 'Machine-readable description (OpenAPI 3.1)',
    parameters: 'Parameters',
    body: 'Request body',
    required: 'required',
  },
}

const style = `body{font:16px/1.75 Vazirmatn,system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d2a2e;background:#fff}
h2{margin-top:2.5rem;border-bottom:1px solid #d5dcde}details{border:1px solid #d5dcde;border-radius:8px;margin:.5rem 0;padding:.4rem .8rem}summary{cursor:pointer}
code,pre{direction:ltr;unicode-bidi:isolate;font-family:ui-monospace,monospace;font-size:.875rem}pre{overflow:auto;background:#f3f6f7;padding:.75rem;border-radius:8px;text-align:left}
b.m{display:inline-block;min-width:4.5em;font-family:ui-monospace,monospace}table{border-collapse:collapse}td{padding:.1rem .75rem;vertical-align:top}
@media(prefers-color-scheme:dark){body{color:#dde5e7;background:#11181a}pre{background:#1a2326}h2,details{border-color:#314045}a{color:#6cc5c0}}`

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** The API description as one readable page without any script. */
export function openApiPage(document: Json, locale: 'fa' | 'en'): string {
  const say = words[locale]
  const paths = document['paths'] as Record<string, Record<string, Operation>>
  const operations = Object.entries(paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ path, verb, operation })),
  )
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))]
  const sections = tags.map((tag) => {
    const inside = operations.filter(({ operation }) => operation.tags.includes(tag))
    return `<h2 id="${escape(tag)}"><code>${escape(tag)}</code></h2>${inside.map((one) => operationHtml(one, locale)).join('')}`
  })
  return `<!doctype html><html lang="${locale}" dir="${locale === 'fa' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${say.title}</title><style>${style}</style></head><body><h1>${say.title}</h1><p>${say.lead}</p><pre>Authorization: Bearer pvd_…</pre>
<p><a href="/api/openapi.json">${say.file}</a></p>${sections.join('')}</body></html>`
}

function operationHtml({ path, verb, operation }: { path: string; verb: string; operation: Operation }, locale: 'fa' | 'en'): string {
  const say = words[locale]
  const [persian = '', access = ''] = operation.description.split('\n\n')
  const rows = operation.parameters.map(
    (one) =>
      `<tr><td><code>${escape(one.name)}</code></td><td>${escape(one.in)}</td><td>${one.required ? say.required : ''}</td><td><code>${escape(typeName(one.schema))}</code></td></tr>`,
  )
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  return `<details><summary><b class="m">${verb.toUpperCase()}</b> <code>${escape(path)}</code> — ${escape(locale === 'fa' ? persian : operation.summary)}</summary>
<p>${escape(access).replaceAll(/`([^`]+)`/gu, '<code>$1</code>')}</p>${rows.length ? `<h4>${say.parameters}</h4><table>${rows.join('')}</table>` : ''}
${body ? `<h4>${say.body}</h4><pre>${escape(JSON.stringify(body, null, 2))}</pre>` : ''}</details>`
}

const typeName = (schema: Json): string => {
  const kinds = schema['enum'] ?? schema['format'] ?? schema['type'] ?? ''
  return Array.isArray(kinds) ? kinds.join(' | ') : String(kinds)
}
