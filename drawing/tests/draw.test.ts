import { drawElement, drawPage, loadLooks, noImages } from '@anawim/drawing'
import { createNodeCanvas, drawPageToPng } from '@anawim/drawing/node'
import { describe, expect, test } from 'vitest'
import { box, p, page, unknown } from './samples/builders.ts'
import { pages } from './samples/pages.ts'

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
