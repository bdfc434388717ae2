import { fallbackFamilies, fontFamilies, fontMetrics } from './font-list.ts'

/** What decides the glyphs of a run. `fontSize` in page pixels. */
export interface FontChoice {
  fontFamily: string
  fontSize: number
  bold: boolean
  italic: boolean
}

const fallbackList = [fontFamilies[0], ...fallbackFamilies].map((family) => `"${family}"`).join(', ')

/** The family of that name, or the default: a name that only one computer has must not change anybody's lines. */
export function familyOf(name: string): (typeof fontFamilies)[number] {
  return fontFamilies.find((family) => family === name) ?? fontFamilies[0]
}

/** The CSS `font-family` of a text: the family, then the fallbacks that every device has from us. */
export function fontStack(name: string): string {
  const family = familyOf(name)
  return `${family === fontFamilies[0] ? '' : `"${family}", `}${fallbackList}, sans-serif`
}

/** The CSS font shorthand of a run, as `ctx.font` and a style attribute take it. */
export function fontOf(style: FontChoice): string {
  const slant = style.italic ? 'italic ' : ''
  return `${slant}${style.bold ? 700 : 400} ${style.fontSize}px ${fontStack(style.fontFamily)}`
}

/**
 * Whole pixels above and below the baseline, as Chromium rounds them before it places a line: a page's text and the
 * editor's DOM would otherwise stand a pixel apart.
 */
export function fontHeights({ fontSize }: Pick<FontChoice, 'fontSize'>): { ascent: number; descent: number } {
  const { ascent, descent } = fontMetrics
  return { ascent: Math.round(ascent * fontSize), descent: Math.round(descent * fontSize) }
}
