import { readFileSync } from 'node:fs'
import { familyOf, fontOf, fontStack } from '@anawim/drawing'
import { nodeMeasure } from '@anawim/drawing/node'
import { describe, expect, test } from 'vitest'
import { cssPath, makeFontsCss } from '../fonts/make-fonts-css.ts'

test('fonts.css declares what Node registers: node drawing/fonts/make-fonts-css.ts', () => {
  const words = (css: string) => css.replaceAll(/\s+/g, '')
  expect(words(readFileSync(cssPath, 'utf8'))).toBe(words(makeFontsCss()))
})

describe('a font', () => {
  test('that only one computer has is never used', () => {
    expect(familyOf('Comic Sans MS')).toBe('Be Vietnam Pro')
    expect(fontStack('x", serif; color: red')).toBe(fontStack('Be Vietnam Pro'))
  })

  test('is kerned across letters with marks', () => {
    const font = fontOf({ fontFamily: 'Be Vietnam Pro', fontSize: 100, bold: false, italic: false })
    const measure = nodeMeasure()
    expect(measure('Từ', font)).toBeLessThan(measure('T', font) + measure('ừ', font) - 5)
  })

  test.for(['😀', '→', '∑', '√', '★', '✓', '①', '⇔', '☐', '🇻🇳'])('has the sign %s', (sign) => {
    const font = fontOf({ fontFamily: 'Be Vietnam Pro', fontSize: 100, bold: false, italic: false })
    const measure = nodeMeasure()
    expect(measure(sign, font)).not.toBe(measure('\u{10FFFD}', font))
  })
})
