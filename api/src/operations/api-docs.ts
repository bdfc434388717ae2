import { escapeHtml, schemaHtml, type Schema } from './schema-html.ts'

/** What of an OpenAPI document the page shows. */
export interface OpenApiDocument {
  info: { title: string; version: string; description: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas?: Record<string, Schema> }
}

interface Operation {
  operationId: string
  summary: string
  description: string
  tags: string[]
  parameters?: { name: string; in: string; required?: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
}

const STYLE = `
  :root { color-scheme: light; font: 16px/1.55 system-ui, sans-serif; color: #1b222b; background: #f6f8f8 }
  body { max-width: 980px; margin: 0 auto; padding: 32px 20px 96px }
  nav ul { display: flex; flex-wrap: wrap; gap: 6px 14px; margin: 0; padding: 0; list-style: none }
  a { color: #0b6a5c }
  h2 { margin: 48px 0 12px; text-transform: capitalize }
  article, .schema { margin: 0 0 14px; padding: 14px 18px; border: 1px solid #e1e6ea; border-radius: 12px; background: #fff }
  article h3, .schema h3 { margin: 0; font: 600 16px/1.5 ui-monospace, monospace; overflow-wrap: anywhere }
  .method { display: inline-block; min-width: 62px; color: #0b6a5c }
  .DELETE .method { color: #b42318 } .POST .method { color: #1d4ed8 } .PATCH .method { color: #92580a }
  p { margin: 6px 0 } .access, .what { color: #4a5460; font-size: 14px }
  .what { margin-top: 10px; font-weight: 600 }
  code, pre { font: 14px/1.5 ui-monospace, monospace } pre { margin: 4px 0 0; white-space: pre-wrap; overflow-wrap: anywhere }
  .doc { color: #5f6a77 }`

/** The OpenAPI document as one page to read: no script, and nothing that is fetched from anywhere. */
export function apiDocsPage({ info, paths, components }: OpenApiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const tags = [...new Set(operations.map(({ operation }) => operation.tags[0] ?? 'server'))]
  const schemas = Object.entries(components.schemas ?? {})
  const section = (tag: string) => `
    <h2 id="${escapeHtml(tag)}">${escapeHtml(tag)}</h2>
    ${operations
      .filter(({ operation }) => (operation.tags[0] ?? 'server') === tag)
      .map(({ method, path, operation }) => operationHtml(method, path, operation))
      .join('')}`
  const schema = ([name, of]: [string, Schema]) =>
    `<div class="schema" id="schema-${escapeHtml(name)}"><h3>${escapeHtml(name)}</h3><pre>${schemaHtml(of)}</pre></div>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)} API</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(info.title)} API</h1>
<p>${escapeHtml(info.description)} Log in with <code>POST /api/auth/login</code>, and send the token as
<code>Authorization: Bearer …</code>. For programs: <a href="/api/openapi.json">openapi.json</a>.</p>
<nav aria-label="Contents"><ul>
${[...tags, 'shapes'].map((tag) => `<li><a href="#${escapeHtml(tag)}">${escapeHtml(tag)}</a></li>`).join('')}
</ul></nav>
${tags.map(section).join('')}
<h2 id="shapes">Shapes</h2>
${schemas.map(schema).join('')}
</main>
</body>
</html>`
}

function operationHtml(method: string, path: string, operation: Operation): string {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation
  const parts = ['path', 'query'].flatMap((place) => {
    const here = parameters.filter((parameter) => parameter.in === place)
    const lines = here.map(
      ({ name, required, schema }) => `${escapeHtml(name)}${required ? '' : '?'}: ${schemaHtml(schema)}`,
    )
    return here.length > 0 ? [partHtml(place === 'path' ? 'In the path' : 'In the query', lines.join('\n'))] : []
  })
  for (const [type, { schema }] of Object.entries(requestBody?.content ?? {})) {
    parts.push(partHtml(`Body, ${type}`, schemaHtml(schema)))
  }
  for (const [status, { content = {} }] of Object.entries(responses)) {
    if (status === 'default') continue
    const [[type, { schema }] = [null, { schema: {} }]] = Object.entries(content)
    parts.push(partHtml(`Answer ${status}${type ? `, ${type}` : ''}`, type ? schemaHtml(schema) : 'nothing'))
  }
  return `<article class="${method}" id="${escapeHtml(operationId)}">
<h3><span class="method">${method}</span> ${escapeHtml(path)}</h3>
<p>${escapeHtml(summary)}</p><p class="access">${escapeHtml(description)}</p>${parts.join('')}</article>`
}

function partHtml(head: string, html: string): string {
  return `<p class="what">${escapeHtml(head)}</p><pre>${html}</pre>`
}
