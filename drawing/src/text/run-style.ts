import type { Mark } from '@anawim/lesson'
import { fontHeights, fontOf } from '../fonts/font-of.ts'
import { highlightColor, linkColor, scriptScale, subscriptDrop, superscriptRise } from './text-css.ts'

/** How the characters of a run look, and what they need of their line. Lengths in page pixels. */
export interface RunStyle {
  /** CSS font shorthand. */
  font: string
  fontSize: number
  bold: boolean
  italic: boolean
  color: string
  underline: boolean
  strike: boolean
  /** The colour behind the text. */
  highlight: string | null
  href: string | null
  /** How far the baseline is moved down; up when negative. */
  shift: number
  /** The font's own height above and below the baseline: what a highlight covers. */
  ascent: number
  descent: number
  /** What the line must have above and below its baseline. */
  lineAscent: number
  lineDescent: number
}

/** What a block gives to its runs before their marks. */
export interface BlockStyle {
  fontFamily: string
  fontSize: number
  bold: boolean
  color: string
  /** A factor of each run's own size. */
  lineHeight: number
}

/** The style of a run with these marks, in a block of that style. */
export function styleOf(block: BlockStyle, marks?: readonly Mark[] | null): RunStyle {
  const choice = { fontFamily: block.fontFamily, fontSize: block.fontSize, bold: block.bold, italic: false }
  let color: string | null = null
  let highlight: string | null = null
  let href: string | null = null
  let underline = false
  let strike = false
  let script: 'sub' | 'super' | null = null
  for (const mark of marks ?? []) {
    switch (mark.type) {
      case 'bold':
        choice.bold = true
        break
      case 'italic':
        choice.italic = true
        break
      case 'underline':
        underline = true
        break
      case 'strike':
        strike = true
        break
      case 'link':
        href = mark.attrs?.href ?? null
        break
      case 'textStyle':
        color = mark.attrs?.color ?? color
        choice.fontFamily = mark.attrs?.fontFamily ?? choice.fontFamily
        choice.fontSize = sizeOf(mark.attrs?.fontSize) ?? choice.fontSize
        break
      case 'highlight':
        highlight = mark.attrs?.color ?? highlightColor
        break
      case 'subscript':
        script = 'sub'
        break
      case 'superscript':
        script = 'super'
        break
    }
  }
  // A raised or lowered run needs what its text would need in full size, and no more: lines keep their distance.
  const { lineAscent, lineDescent } = lineHeights(fontHeights(choice), block.lineHeight * choice.fontSize)
  if (script !== null) choice.fontSize *= scriptScale
  return {
    font: fontOf(choice),
    fontSize: choice.fontSize,
    bold: choice.bold,
    italic: choice.italic,
    color: color ?? (href === null ? block.color : linkColor),
    underline: underline || href !== null,
    strike,
    highlight,
    href,
    shift:
      script === 'sub' ? choice.fontSize * subscriptDrop : script === 'super' ? -choice.fontSize * superscriptRise : 0,
    ...fontHeights(choice),
    lineAscent,
    lineDescent,
  }
}

/** CSS: half of what the line has more than the font goes above it, rounded down as Chromium does. */
function lineHeights(font: { ascent: number; descent: number }, lineHeight: number) {
  const lineAscent = font.ascent + Math.floor((lineHeight - font.ascent - font.descent) / 2)
  return { lineAscent, lineDescent: lineHeight - lineAscent }
}

/** `24px` as a number; null when it says nothing. No text is smaller than a pixel: it could not be laid out. */
function sizeOf(value: string | null | undefined): number | null {
  const size = Number.parseFloat(value ?? '')
  return Number.isFinite(size) ? Math.max(1, size) : null
}
