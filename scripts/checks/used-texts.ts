import { parseSync, Visitor } from 'vite'

/** The names of texts that a file of code uses. */
export interface UsedTexts {
  /** Whole names as they stand in it: `auth:login.title`. `isAsked`: given to `t` or `<Trans>`, so it is certainly meant as a text. */
  names: { name: string; line: number; isAsked: boolean }[]
  /** Beginnings of names that are put together while it runs: `errors:`. */
  prefixes: { prefix: string; line: number }[]
  /** Names without a namespace, given to `t` or `<Trans>`: nobody can tell where they stand. */
  incomplete: { name: string; line: number }[]
}

/**
 * Finds them wherever they stand, not only in calls of `t`: lists of tools and tabs carry names of texts as data. `namespaces` are the
 * names of the files in `locales/vi`.
 */
export function usedTexts(path: string, text: string, namespaces: readonly string[]): UsedTexts {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path} cannot be parsed: ${errors[0].message}`)
  const whole = new RegExp(`^(${namespaces.join('|')}):`)
  const used: UsedTexts = { names: [], prefixes: [], incomplete: [] }
  const lineOf = (start: number) => text.slice(0, start).split('\n').length
  const ask = (name: string, start: number) => {
    if (whole.test(name)) used.names.push({ name, line: lineOf(start), isAsked: true })
    else used.incomplete.push({ name, line: lineOf(start) })
  }

  new Visitor({
    Literal({ value, start }) {
      if (typeof value === 'string' && whole.test(value))
        used.names.push({ name: value, line: lineOf(start), isAsked: false })
    },
    TemplateLiteral({ quasis, start }) {
      const head = quasis[0]?.value.cooked ?? ''
      if (!whole.test(head)) return
      if (quasis.length === 1) used.names.push({ name: head, line: lineOf(start), isAsked: false })
      else used.prefixes.push({ prefix: head, line: lineOf(start) })
    },
    CallExpression({ callee, arguments: [first] }) {
      const isT =
        (callee.type === 'Identifier' && callee.name === 't') ||
        (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && callee.property.name === 't')
      if (isT && first?.type === 'Literal' && typeof first.value === 'string') ask(first.value, first.start)
    },
    JSXAttribute({ name, value }) {
      const isKey = name.type === 'JSXIdentifier' && name.name === 'i18nKey'
      if (isKey && value?.type === 'Literal' && typeof value.value === 'string') ask(value.value, value.start)
    },
  }).visit(program)
  return used
}
