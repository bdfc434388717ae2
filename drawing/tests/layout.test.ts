import { fontsChanged, layoutText, type Measure } from '@anawim/drawing'
import { describe, expect, test } from 'vitest'
import { bold, box, bullets, heading, numbers, p } from './samples/builders.ts'

/** A font in which every character is ten pixels wide. */
const tens: Measure = (text) => text.length * 10

describe('a layout', () => {
  test('names its blocks for those who read them aloud', () => {
    const { blocks } = layoutText(box([heading(2, 'Đề mục'), p('chữ'), bullets(p('mục'))]), tens)
    expect(blocks.map(({ block, depth }) => ({ ...block, depth }))).toEqual([
      { type: 'heading', level: 2, depth: 0 },
      { type: 'paragraph', level: 0, depth: 0 },
      { type: 'paragraph', level: 0, depth: 1 },
    ])
  })

  test('joins what looks alike into one run, and lets no run hold two looks', () => {
    const { blocks } = layoutText(box(p('một hai ', bold('ba'), ' bốn'), { width: 1000 }), tens)
    expect(blocks[0]?.lines[0]?.runs.map(({ text, x, width }) => ({ text, x, width }))).toEqual([
      { text: 'một hai ', x: 0, width: 80 },
      { text: 'ba', x: 80, width: 20 },
      { text: ' bốn', x: 100, width: 40 },
    ])
  })

  test('numbers a list from where it starts', () => {
    const { blocks } = layoutText(box(numbers(9, p('chín'), p('mười'))), tens)
    const markers = blocks.flatMap(({ lines }) => lines.flatMap((line) => line.markers))
    expect(markers.map(({ marker }) => (marker.type === 'number' ? marker.text : marker.type))).toEqual(['9. ', '10. '])
  })

  test('of a box without width has one character a line, and ends', () => {
    const { blocks } = layoutText(box(p('chữ đó'), { width: 0 }), tens)
    expect(blocks[0]?.lines.map(({ runs }) => runs[0]?.text)).toEqual(['c', 'h', 'ữ', 'đ', 'ó'])
  })

  test('is made once for a text, however often its element is moved', () => {
    const element = box(p('một hai ba'))
    const layout = layoutText(element, tens)
    expect(layoutText({ ...element, x: 50, rotation: 10 }, tens)).toBe(layout)
    expect(layoutText({ ...element, width: 50 }, tens)).not.toBe(layout)
  })

  test('is made anew when fonts have arrived', () => {
    const element = box(p('một hai ba'))
    const layout = layoutText(element, tens)
    fontsChanged()
    expect(layoutText(element, tens)).not.toBe(layout)
  })

  test('of the longest text that a box may have is made in a moment', () => {
    const start = performance.now()
    const { blocks } = layoutText(box(p('từ '.repeat(12_500)), { width: 600 }), tens)
    layoutText(box(p('ư'.repeat(50_000)), { width: 600 }), tens)
    expect(blocks[0]?.lines.length).toBeGreaterThan(600)
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})
