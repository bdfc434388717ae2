/**
 * Makes `fonts.css`, which browsers load, from the list of fonts that Node registers, so that both look for a sign in
 * the same fonts in the same order. `node drawing/fonts/make-fonts-css.ts` writes it (then format it); a test
 * sees that it is fresh.
 *
 * The families come as whole TTFs: the usual web subsets put `T` and `ừ` into different files, and then lose the
 * kerning between them: a tenth of an em in `Từ`. The fallbacks are subsets that are fetched when a sign is needed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fallbackFaces, fontFaces, type FallbackFace } from '../src/fonts/font-files.ts'
import { fontFamilies, fontMetrics } from '../src/fonts/font-list.ts'
import { charactersOf } from './character-map.ts'

const { resolve } = createRequire(import.meta.url)
export const cssPath = `${import.meta.dirname}/fonts.css`

export function makeFontsCss(): string {
  const own = fontFaces.map(({ family, weight, style, file }) => {
    const extra = family === fontFamilies[0] ? '' : sameMetrics
    return face(family, `${weight}`, file, 'truetype', style, extra)
  })
  // The default stands behind all the others: what it has is looked for nowhere else.
  const last = fontFaces.filter(({ family }) => family === fontFamilies[0])
  const taken = new Set(last.flatMap(({ file }) => [...charactersOf(readFileSync(resolve(file)))]))
  const fallbacks = fallbackFaces.flatMap((fallback) => {
    const characters = charactersOf(readFileSync(resolve(fallback.file)))
    const isEmoji = fallback.family === 'Noto Emoji'
    const parts = subsetsOf(fallback).map(({ file, holds }) => {
      const points = [...characters].filter(
        (point) => holds(point) && (!taken.has(point) || (isEmoji && isPartOfEmoji(point))),
      )
      return points.length === 0
        ? ''
        : face(fallback.family, '100 900', file, 'woff2', 'normal', `\n  unicode-range: ${rangesOf(points)};`)
    })
    for (const point of characters) taken.add(point)
    return parts
  })
  return `/* Made by make-fonts-css.ts: do not edit. */\n${[...own, ...fallbacks].join('')}`
}

/**
 * Signs that emoji are composed of must come from the font that has the emoji: joiners, and the digits below keycaps.
 * Alone they are found in Be Vietnam Pro first, and fetch nothing.
 */
function isPartOfEmoji(point: number): boolean {
  return point === 0x200d || point === 0xfe0f || point === 0x20e3 || /[0-9#*]/.test(String.fromCodePoint(point))
}

function subsetsOf({ subsets, only }: FallbackFace): { file: string; holds: (point: number) => boolean }[] {
  if (only !== undefined) return [{ file: only, holds: () => true }]
  const sheet = readFileSync(resolve(`${subsets}/400.css`), 'utf8')
  return [...sheet.matchAll(/url\(\.\/(\S+?\.woff2)\)[\s\S]*?unicode-range:\s*([^;]+);/g)].map(([, file, ranges]) => {
    const bounds = (ranges ?? '').split(',').map((range) => {
      const [first = '0', last = first] = range.trim().slice(2).split('-')
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const
    })
    return { file: `${subsets}/${file}`, holds: (point) => bounds.some(([a, b]) => a <= point && point <= b) }
  })
}

const percent = (em: number) => `${em * 100}%`
const sameMetrics = `
  ascent-override: ${percent(fontMetrics.ascent)};
  descent-override: ${percent(fontMetrics.descent)};
  line-gap-override: 0%;`

function face(family: string, weight: string, file: string, format: string, style: string, extra: string): string {
  return `@font-face {
  font-family: '${family}';
  font-style: ${style};
  font-weight: ${weight};
  font-display: swap;
  src: url('${file}') format('${format}');${extra}
}
`
}

function rangesOf(points: number[]): string {
  const sorted = points.toSorted((a, b) => a - b)
  const ranges: [number, number][] = []
  for (const point of sorted) {
    const last = ranges.at(-1)
    if (last?.[1] === point - 1) last[1] = point
    else ranges.push([point, point])
  }
  const hex = (point: number) => point.toString(16)
  return ranges.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(',')
}

if (import.meta.main) writeFileSync(cssPath, makeFontsCss())
