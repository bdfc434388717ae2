/**
 * The numbers of the text layout, for whoever sets the same text in a DOM (the editor while one types, the viewer for
 * screen readers): with `textCss`, in a box of the same width, Chromium breaks the lines where `layoutText` does.
 */
import { fontStack } from '../fonts/font-of.ts'

/** Factors of the box's font size, by heading level. */
export const headingScale = { 1: 2, 2: 1.5, 3: 1.25 } as const

/** Lists: the indent of one level, in em of the box's font size. */
export const listIndent = 1.5

/** Sub- and superscript: size in em, and how far the baseline moves down (or up), in em of the smaller size. */
export const scriptScale = 0.7
export const subscriptDrop = 0.25
export const superscriptRise = 0.5

/** A tab goes to the next multiple of so many spaces. */
export const tabSize = 4

export const linkColor = '#1d4ed8'
/** A highlight that names no colour. */
export const highlightColor = '#fff3a3'

/** Underline and strike, in em of the run: thickness, and the upper edge of the underline below the baseline. */
export const lineThickness = 0.06
export const underlineOffset = 0.12

/** What the box of a text element is, beside its own `fontFamily, fontSize, color, align, lineHeight`. No padding. */
export interface TextBoxStyle {
  fontFamily: string
  fontSize: number
  color: string
  align: string
  lineHeight: number
}

/** The inline style of the box around the text, in CSS names and values. The width is the element's. */
export function textBoxCss(box: TextBoxStyle): Record<string, string> {
  return {
    'font-family': fontStack(box.fontFamily),
    'font-size': `${box.fontSize}px`,
    'line-height': `${box.lineHeight}`,
    color: box.color,
    'text-align': box.align,
  }
}

/** The style sheet of everything inside that box. `scope` is a selector of the box (or of Tiptap's root in it). */
export function textCss(scope: string): string {
  return `
${scope} { margin: 0; padding: 0; border: 0; font-weight: 400; font-style: normal; letter-spacing: normal;
  word-spacing: normal; text-indent: 0; text-transform: none; white-space: pre-wrap; overflow-wrap: break-word;
  word-break: normal; line-break: auto; hyphens: none; tab-size: ${tabSize}; font-kerning: normal;
  font-variant-ligatures: normal; text-rendering: geometricPrecision; font-synthesis: none; direction: ltr;
  text-size-adjust: none; -webkit-text-size-adjust: none; }
${scope} :is(p, h1, h2, h3, ul, ol, li) { margin: 0; padding: 0; border: 0; line-height: inherit; }
${scope} :is(h1, h2, h3) { font-weight: 700; }
${scope} h1 { font-size: ${headingScale[1]}em; }
${scope} h2 { font-size: ${headingScale[2]}em; }
${scope} h3 { font-size: ${headingScale[3]}em; }
${scope} :is(ul, ol) { padding-left: ${listIndent}em; list-style-position: outside; text-align: inherit; }
${scope} ul { list-style-type: disc; }
${scope} :is(ul, ol) ul { list-style-type: circle; }
${scope} :is(ul, ol) :is(ul, ol) ul { list-style-type: square; }
${scope} ol { list-style-type: decimal; }
${scope} :is(strong, b) { font-weight: 700; }
${scope} :is(em, i) { font-style: italic; }
${scope} :is(u, a) { text-decoration-line: underline; }
${scope} s { text-decoration-line: line-through; }
${scope} s :is(u, a), ${scope} :is(u, a) s { text-decoration-line: underline line-through; }
${scope} :is(u, a, s) { text-decoration-style: solid; text-decoration-thickness: ${lineThickness}em;
  text-underline-offset: ${underlineOffset}em; text-decoration-skip-ink: none; }
${scope} a { color: ${linkColor}; }
${scope} mark { background-color: ${highlightColor}; color: inherit; }
${scope} :is(sub, sup) { font-size: ${scriptScale}em; line-height: 0; vertical-align: baseline; position: relative; }
${scope} sub { top: ${subscriptDrop}em; }
${scope} sup { top: -${superscriptRise}em; }
`
}
