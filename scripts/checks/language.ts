import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './check.ts'
import { sourceFiles } from './source-files.ts'
import { usedTexts } from './used-texts.ts'

const languages = ['vi', 'en'] as const
type Language = (typeof languages)[number]

/** Beginnings of names that may be put together while the program runs; each with where its ends come from. */
const dynamicPrefixes = [
  'errors:', // the codes of the server's answers
]

/** The forms of a text that counts something: English has two, Vietnamese one. */
const pluralForms: Record<Language, readonly string[]> = { vi: ['other'], en: ['one', 'other'] }

/** Texts of one language by whole name: `auth:login.title`. */
export type Texts = ReadonlyMap<string, string>

/** Holds that both languages are complete, and say nothing that nobody asks for. */
export const language: Check = {
  name: 'Two languages: no text missing, none unused, the same blanks in both',
  async run(root) {
    const folder = join(root, 'web/src/locales')
    const namespaces = readdirSync(join(folder, 'vi')).map((file) => file.replace('.json', ''))
    const texts = { vi: textsIn(join(folder, 'vi')), en: textsIn(join(folder, 'en')) }
    const used = sourceFiles(root, ['web/src']).map((path) => ({
      path,
      ...usedTexts(path, readFileSync(join(root, path), 'utf8'), namespaces),
    }))
    return [...differencesBetween(texts), ...wrongUses(texts.vi, used)]
  },
}

/** All texts of a language's folder. */
export function textsIn(folder: string): Texts {
  return new Map(
    readdirSync(folder).flatMap((file) => {
      const json = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>
      return flatten(json).map(([key, text]) => [`${file.replace('.json', '')}:${key}`, text] as const)
    }),
  )
}

function flatten(json: Record<string, unknown>): [string, string][] {
  return Object.entries(json).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? flatten(value as Record<string, unknown>).map(([rest, text]) => [`${key}.${rest}`, text] as [string, string])
      : [[key, String(value)] as [string, string]],
  )
}

/** The name that code uses: without `_one`, `_other` where the text counts something. */
function nameOf(key: string, texts: Texts): string {
  const [, base] = /^(.+)_(zero|one|two|few|many|other)$/.exec(key) ?? []
  return base !== undefined && texts.has(`${base}_other`) ? base : key
}

/** What one language has and the other lacks, forms that are missing, blanks (`{{name}}`) that differ, and empty texts. */
export function differencesBetween(texts: Record<Language, Texts>): string[] {
  const problems: string[] = []
  const names = { vi: namesOf(texts.vi), en: namesOf(texts.en) }
  for (const [own, other] of [
    ['vi', 'en'],
    ['en', 'vi'],
  ] as const) {
    for (const name of names[own]) {
      if (!names[other].has(name)) problems.push(`${name} stands in ${own} but not in ${other}.`)
      if (!texts[own].has(`${name}_other`)) continue
      for (const form of pluralForms[own]) {
        if (!texts[own].has(`${name}_${form}`))
          problems.push(`${name} counts, but has no form ${name}_${form} in ${own}.`)
      }
    }
    for (const [key, text] of texts[own]) if (text.trim() === '') problems.push(`${key} is empty in ${own}.`)
  }
  for (const [key, vi] of texts.vi) {
    const en = texts.en.get(key)
    if (en !== undefined && blanksOf(vi) !== blanksOf(en))
      problems.push(`${key} has other blanks in vi than in en: ${blanksOf(vi)} and ${blanksOf(en)}.`)
  }
  return problems
}

const namesOf = (texts: Texts) => new Set([...texts.keys()].map((key) => nameOf(key, texts)))
const blanksOf = (text: string) =>
  [...new Set(text.match(/\{\{\s*\w+|<\/?\w+>/g) ?? [])].toSorted().join(' ').replaceAll('{{', '')

/** Names that code uses and that do not exist, and texts that no code uses. */
function wrongUses(texts: Texts, files: ({ path: string } & ReturnType<typeof usedTexts>)[]): string[] {
  const names = namesOf(texts)
  const unused = new Set(names)
  const problems: string[] = []
  for (const { path, names: used, prefixes, incomplete } of files) {
    for (const { name, line, isAsked } of used) {
      // Elsewhere it may be something else (an event's name); as data for \`t\` its type would refuse it.
      if (isAsked && !names.has(name)) problems.push(`${path}:${line} uses ${name}, which does not exist.`)
      unused.delete(name)
    }
    for (const { prefix, line } of prefixes) {
      const isAllowed = dynamicPrefixes.includes(prefix)
      if (!isAllowed)
        problems.push(`${path}:${line} makes a name from ${prefix}…: write whole names, so that they can be checked.`)
      for (const name of names) if (name.startsWith(prefix)) unused.delete(name)
    }
    for (const { name, line } of incomplete) {
      problems.push(`${path}:${line} uses '${name}' without its namespace: write it whole, as in 'common:${name}'.`)
    }
  }
  return [...problems, ...[...unused].map((name) => `${name} is used nowhere: remove it from both languages.`)]
}
