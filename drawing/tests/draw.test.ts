import type { ShapeElement } from '@anawim/lesson'
import { drawElement, drawPage, hitTest, loadLooks, noImages } from '@anawim/drawing'
import { createNodeCanvas, drawPageToPng } from '@anawim/drawing/node'
import { describe, expect, test } from 'vitest'
import { box, p, page, unknown } from './samples/builders.ts'
import { pages } from './samples/pages.ts'

const triangle: ShapeElement = {
  id: 'triangle',
  kind: 'shape',
  shape: 'triangle',
  x: 20,
  y: 20,
  width: 100,
  height: 100,
  rotation: 0,
  fill: '#0000ff',
  stroke: 'transparent',
  strokeWidth: 0,
}

describe('drawing', () => {
  test('leaves the context as it was, whatever it draws', async () => {
    await loadLooks()
    const { ctx } = createNodeCanvas(640, 360)
    ctx.font = '11px serif'
    ctx.fillStyle = '#123456'
    // The Node canvas tells a wrong fillStyle after restore(), but paints with the right one.
    const painted = () => {
      ctx.fillRect(0, 0, 1, 1)
      return [...ctx.getImageData(0, 0, 1, 1).data]
    }
    const state = () => [
      ctx.globalAlpha,
      ctx.globalCompositeOperation,
      ctx.font,
      ctx.textBaseline,
      ctx.getTransform().e,
      ctx.getLineDash(),
      painted(),
    ]
    const before = state()
    for (const drawn of Object.values(pages)) {
      for (const element of drawn.elements) drawElement(ctx, element, noImages)
      drawPage(ctx, drawn, noImages)
      expect(state()).toEqual(before)
    }
  })

  test('a kind that nobody knows is a grey box, and no reason to stop', async () => {
    const { canvas, ctx } = createNodeCanvas(200, 200)
    drawPage(ctx, page([unknown(10, 10), box(p('sau đó'))]), noImages)
    expect([...canvas.getContext('2d').getImageData(60, 50, 1, 1).data]).toEqual([229, 231, 235, 255])
  })

  test('a mirrored element is seen, and touched, the other way round; a text never is', () => {
    const slope = { ...triangle, flipY: true }
    const { canvas, ctx } = createNodeCanvas(200, 200)
    drawPage(ctx, page([slope]), noImages)
    const at = (x: number, y: number) => [...canvas.getContext('2d').getImageData(x, y, 1, 1).data].slice(0, 3)
    // Its tip points down.
    expect(at(30, 25)).toEqual([0, 0, 255])
    expect(at(30, 110)).toEqual([255, 255, 255])
    expect(hitTest(slope, { x: 30, y: 25 })).toBe(true)
    expect(hitTest(triangle, { x: 30, y: 25 })).toBe(false)
    const [plain, mirrored] = [box(p('Xin chào')), { ...box(p('Xin chào')), flipX: true }].map((text) => {
      const sheet = createNodeCanvas(400, 200)
      drawPage(sheet.ctx, page([text]), noImages)
      return sheet.ctx.getImageData(0, 0, 400, 200).data
    })
    expect(plain).toEqual(mirrored)
  })

  test('what stands beside the page does not show', () => {
    const { canvas, ctx } = createNodeCanvas(200, 200)
    drawPage(ctx, page([unknown(80, 80)], { width: 100, height: 100 }), noImages)
    expect([...canvas.getContext('2d').getImageData(150, 150, 1, 1).data]).toEqual([0, 0, 0, 0])
  })

  test('a thumbnail has the width that was asked for, and the proportions of the page', async () => {
    const png = await drawPageToPng(page([]), { width: 320 })
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([320, 180])
  })
})
