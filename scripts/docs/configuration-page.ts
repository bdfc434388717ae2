import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Where the environment is read, and what the chapter is called. Loaded by path, not imported: a page of words composes no server. */
const sources: readonly { title: string; path: string }[] = [
  { title: 'Where it is reached', path: 'scripts/supervisor/config.ts' },
  { title: 'Data and accounts', path: 'db/src/config.ts' },
  { title: 'The first admin', path: 'api/src/users/ensure-first-admin.ts' },
  { title: 'The API', path: 'api/src/config.ts' },
  { title: 'Live collaboration', path: 'collab-server/src/config.ts' },
  { title: 'Background work', path: 'jobs/src/config.ts' },
]

const intro = `# Configuration

Anawim needs none: \`npm start\` works as it is. Everything below can be set in the environment, for example \`PORT=9000 npm start\`.
What is wrong is told at the start, and nothing is started then.

This page is made from the schemas in the code by \`npm run docs\`; a check keeps it current.
`

/** The whole page, made from the zod schemas that read the environment and their descriptions. */
export async function configurationPage(root: string): Promise<string> {
  const chapters = await Promise.all(
    sources.map(async ({ title, path }) => {
      if (!existsSync(join(root, path)))
        throw new Error(`${path} is missing: name it anew in scripts/docs/configuration-page.ts`)
      const rows = rowsOf((await import(join(root, path))) as Record<string, unknown>)
      if (!rows.length) throw new Error(`${path} exports no zod object that describes its environment`)
      return [`## ${title}`, '', '| variable | default | what it does |', '|---|---|---|', ...rows, ''].join('\n')
    }),
  )
  return [intro, ...chapters].join('\n')
}

function rowsOf(module: Record<string, unknown>): string[] {
  return Object.values(module)
    .filter((value) => value instanceof z.ZodObject)
    .flatMap((schema) =>
      Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, type]) => rowOf(name, type)),
    )
}

function rowOf(name: string, type: z.ZodType): string {
  const description = descriptionOf(type)
  if (description === undefined) throw new Error(`${name} has no description: add .describe('…') to its schema`)
  return `| \`${name}\` | ${defaultOf(type)} | ${description.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`
}

/** The description may stand inside a pipe, a default or an optional. */
function descriptionOf(type: z.ZodType): string | undefined {
  if (type.description !== undefined) return type.description
  if (type instanceof z.ZodPipe) return descriptionOf(type.in as z.ZodType) ?? descriptionOf(type.out as z.ZodType)
  if (type instanceof z.ZodDefault || type instanceof z.ZodOptional) return descriptionOf(type.unwrap() as z.ZodType)
  return undefined
}

/** What an empty environment gives; a path of this machine is not told. */
function defaultOf(type: z.ZodType): string {
  const value = valueOf(type)
  if (value === undefined || value === '') return ''
  if (typeof value === 'string' && value.startsWith('/')) return ''
  return `\`${String(value)}\``
}

function valueOf(type: z.ZodType): string | number | boolean | undefined {
  const { data } = type.safeParse(undefined)
  return typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean' ? data : undefined
}
