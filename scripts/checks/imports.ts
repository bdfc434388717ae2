import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'vite'

/** One `import`, `export … from`, `import()` or `import('…').Type` of a file. */
export interface Import {
  /** As written: `./geometry.ts`, `@anawim/lesson`, `node:fs`. */
  specifier: string
  line: number
}

/** What a file imports, type imports included. Throws when the file cannot be parsed: a check that sees nothing must not pass. */
export function importsOf(root: string, path: string): Import[] {
  const text = readFileSync(join(root, path), 'utf8')
  const { program, module, errors } = parseSync(path, text)
  const [error] = errors
  if (error) throw new Error(`${path} cannot be parsed: ${error.message}`)

  const found: { value: string; start: number }[] = []
  for (const { moduleRequest } of module.staticImports) found.push(moduleRequest)
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest } of entries) if (moduleRequest) found.push(moduleRequest)
  }
  new Visitor({
    ImportExpression({ source }) {
      if (source.type === 'Literal' && typeof source.value === 'string') {
        found.push({ value: source.value, start: source.start })
      }
    },
    TSImportType({ source }) {
      found.push({ value: source.value, start: source.start })
    },
  }).visit(program)

  return found.map(({ value, start }) => ({ specifier: value, line: text.slice(0, start).split('\n').length }))
}
