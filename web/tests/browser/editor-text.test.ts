/** What one sees while typing and what the canvas shows afterwards: the same lines at the same places. */
import type { LessonElement, RichText } from '@anawim/lesson'
import { plainText } from '@anawim/lesson'
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { type EditorPage, elementsOf, openEditor, soon } from '../support/editor-page.ts'
import { enterSchool, type School } from '../support/school.ts'
import { textSamples } from '../support/text-samples.ts'

let school: School
let teacher: ApiClient
let lessonId: number
let lan: EditorPage

const boxes: LessonElement[] = textSamples.map(([, content], index): LessonElement => ({
  id: `sample${index}`,
  kind: 'text',
  x: 20 + (index % 5) * 250,
  y: 40 + Math.floor(index / 5) * 220,
  width: 240,
  height: 40,
  rotation: 0,
  fontSize: 20,
  text: { type: 'doc', content } satisfies RichText,
}))

beforeAll(async () => {
  school = await enterSchool()
  teacher = await school.join('lan@truong.vn', 'Nguyễn Thị Lan', 'teacher')
  const page = { id: 'p1', name: '', width: 1280, height: 720, background: '#ffffff', elements: boxes }
  const content = { version: 1, pages: [page] }
  lessonId = (await teacher.ask<{ id: number }>('POST', '/api/lessons/', { title: 'Chữ', content })).id
  lan = await openEditor(school, 'lan@truong.vn', lessonId)
  await lan.page.evaluate(() => document.fonts.ready)
})

afterAll(() => school?.close())

interface Line {
  text: string
  /** Page pixels from the box's corner: where the line begins, and its baseline. */
  x: number
  y: number
}

test.each(textSamples.map(([name], index) => ({ name, index })))(
  '$name: the same lines while typing and after',
  async ({ index }) => {
    await lan.press('Escape', 'Escape')
    for (let step = 0; step <= index; step++) await lan.press('Tab')
    await lan.press('Enter')
    await lan.canType()
    const typed = await typedLines()
    await recordDrawing()
    await lan.press('Escape')
    await expect.poll(() => drawnLines(typed.corner), soon).not.toEqual([])
    const drawn = await drawnLines(typed.corner)
    expect(drawn.map(({ text }) => text)).toEqual(typed.lines.map(({ text }) => text))
    for (const [place, line] of typed.lines.entries()) {
      expect(Math.abs((drawn[place]?.x ?? 0) - line.x), `line ${place} begins`).toBeLessThanOrEqual(1)
      expect(Math.abs((drawn[place]?.y ?? 0) - line.y), `line ${place} stands`).toBeLessThanOrEqual(1)
    }
  },
)

test('opening and closing a text writes nothing', async () => {
  const before = await elementsOf(teacher, lessonId)
  await lan.sees('Đã lưu')
  expect(before).toEqual(boxes)
})

test('what is typed is bold and a list, as the bar says, and undone like everything else', async () => {
  await lan.press('Escape', 'Escape', 't')
  await lan.drag([60, 560], [500, 600])
  await lan.canType()
  await lan.page.getByRole('button', { name: 'Đậm', exact: true }).click()
  await lan.type('Diệp lục')
  await lan.page.getByRole('button', { name: 'Danh sách chấm' }).click()
  await lan.press('Escape')
  const made = async () => (await elementsOf(teacher, lessonId)).find(({ id }) => !id.startsWith('sample'))
  await expect.poll(made, soon).toMatchObject({ kind: 'text', text: { content: [{ type: 'bulletList' }] } })
  const element = await made()
  expect(JSON.stringify(element)).toContain('"bold"')
  expect(element?.kind === 'text' && plainText(element.text)).toBe('Diệp lục')
  await expect
    .poll(async () => {
      await lan.press('Control+z')
      return await made()
    }, soon)
    .toBeUndefined()
})

test('a double click types into a shape, in its middle, and a reader hears it', async () => {
  await lan.press('Escape', 'Escape', 's')
  await lan.drag([500, 560], [760, 640])
  await lan.typeIn(630, 600)
  await lan.type('Diệp lục hấp thụ ánh sáng')
  const typed = await typedLines()
  await recordDrawing()
  await lan.press('Escape')
  await expect
    .poll(() => drawnLines(typed.corner), soon)
    .toEqual(typed.lines.map((line) => expect.objectContaining({ text: line.text })))
  const drawn = await drawnLines(typed.corner)
  for (const [place, line] of typed.lines.entries()) {
    expect(Math.abs((drawn[place]?.x ?? 0) - line.x), `line ${place} begins`).toBeLessThanOrEqual(1)
  }
  const made = async () => (await elementsOf(teacher, lessonId)).find(({ kind }) => kind === 'shape')
  await expect.poll(async () => JSON.stringify(await made()), soon).toContain('Diệp lục')
  expect(await lan.spoken()).toContain('Diệp lục')
  await lan.press('Delete')
  await expect.poll(made, soon).toBeUndefined()
})

test('a box that was left empty is not kept', async () => {
  const before = (await elementsOf(teacher, lessonId)).length
  await lan.press('Escape', 'Escape', 't')
  await lan.drag([60, 600], [300, 640])
  await lan.canType()
  await lan.press('Escape')
  await lan.sees('Đã lưu')
  await expect.poll(async () => (await elementsOf(teacher, lessonId)).length, soon).toBe(before)
})

test('Telex writes its letters over and over: the lines stay as they are drawn, and shortcuts keep quiet meanwhile', async () => {
  await lan.press('Escape', 'Escape', 't')
  await lan.drag([60, 600], [300, 640])
  await lan.canType()
  const keyboard = await lan.page.context().newCDPSession(lan.page)
  await lan.type('Thuở xưa ở làng kia có một ')
  await compose(keyboard, ['n', 'ng', 'ngu', 'nguo', 'nguoi', 'ngươi', 'người'])
  // Each of them does something where nothing is being composed.
  await lan.press('Escape', 'Control+k', 'Delete')
  expect(await lan.textbox().count()).toBe(1)
  expect(await lan.page.getByRole('textbox', { name: 'Địa chỉ liên kết' }).count()).toBe(0)
  const composing = await typedLines()
  await commit(keyboard, 'người')
  await lan.type(' ')
  await compose(keyboard, ['d', 'dd', 'đ', 'đo', 'đoc', 'đoc.', 'đọc'])
  await commit(keyboard, 'đọc')
  const typed = await typedLines()
  expect(typed.lines.length).toBeGreaterThan(1)
  expect(typed.lines[0]).toEqual(composing.lines[0])
  expect(await lan.written()).toBe('Thuở xưa ở làng kia có một người đọc')
  await recordDrawing()
  await lan.press('Escape')
  await expect
    .poll(async () => (await drawnLines(typed.corner)).map(({ text }) => text), soon)
    .toEqual(typed.lines.map(({ text }) => text))
})

test('VNI marks a word behind its letters: each digit changes what stands before it, and none is left', async () => {
  await lan.press('Escape', 'Escape', 't')
  await lan.drag([340, 600], [560, 640])
  await lan.canType()
  const keyboard = await lan.page.context().newCDPSession(lan.page)
  await lan.type('Sáng ngày mai cả lớp chúng em ')
  // d9, then 7 and 5 behind the word.
  await compose(keyboard, ['d', 'đ', 'đu', 'đuo', 'đuoc', 'đươc', 'được'])
  await lan.press('Escape', 'Delete')
  expect(await lan.textbox().count()).toBe(1)
  const composing = await typedLines()
  await commit(keyboard, 'được')
  await lan.type(' đến ')
  await compose(keyboard, ['t', 'tr', 'tru', 'truo', 'truon', 'truong', 'trương', 'trường'])
  await commit(keyboard, 'trường')
  const typed = await typedLines()
  expect(typed.lines.length).toBeGreaterThan(1)
  expect(typed.lines[0]).toEqual(composing.lines[0])
  expect(await lan.written()).toBe('Sáng ngày mai cả lớp chúng em được đến trường')
  await recordDrawing()
  await lan.press('Escape')
  await expect
    .poll(async () => (await drawnLines(typed.corner)).map(({ text }) => text), soon)
    .toEqual(typed.lines.map(({ text }) => text))
})

test('two people compose in one box, and neither loses a letter', async () => {
  await school.join('minh@truong.vn', 'Trần Minh', 'teacher')
  await teacher.ask('POST', `/api/lessons/${lessonId}/members`, { email: 'minh@truong.vn', role: 'editor' })
  const minh = await openEditor(school, 'minh@truong.vn', lessonId)
  await lan.press('Escape', 'Escape', 't')
  await lan.drag([60, 660], [600, 690])
  await lan.canType()
  await lan.type('Ngày')
  const known = async () => JSON.stringify(await elementsOf(teacher, lessonId))
  await expect.poll(known, soon).toContain('Ngày')
  // The newest element lies highest, and is the last that the Tab key comes to.
  await minh.press('Shift+Tab', 'Enter')
  await minh.canType()
  await expect.poll(() => minh.written(), soon).toBe('Ngày')
  const [one, other] = await Promise.all(
    [lan, minh].map(({ page }) => page.context().newCDPSession(page)) as [Promise<CDPSession>, Promise<CDPSession>],
  )
  await minh.press('Home')
  await minh.type('“')
  await expect.poll(() => lan.written(), soon).toBe('“Ngày')
  await lan.type(' ')
  for (const [hers, his] of [
    ['x', 'm'],
    ['xu', 'mo'],
    ['xua', 'mô'],
    ['xưa', 'một'],
  ]) {
    await compose(one, [hers ?? ''])
    await compose(other, [his ?? ''])
  }
  await commit(one, 'xưa')
  await commit(other, 'một ')
  await expect.poll(() => lan.written(), soon).toBe('“một Ngày xưa')
  await expect.poll(() => minh.written(), soon).toBe('“một Ngày xưa')
  await minh.page.context().close()
})

test('who types at once, before the editor is there, loses no letter', async () => {
  await lan.press('Escape', 'Escape', 't')
  await lan.drag([60, 600], [300, 640])
  await lan.type('Nhanh tay')
  await expect.poll(() => lan.written(), soon).toBe('Nhanh tay')
  await lan.press('Escape')
  await expect.poll(async () => JSON.stringify(await elementsOf(teacher, lessonId)), soon).toContain('Nhanh tay')
})

test('who opens a text and goes to its beginning at once writes there', async () => {
  await lan.press('Enter')
  await lan.canType()
  // Another 200 ms from now, however slow the machine was.
  await lan.textbox().evaluate((box) => {
    box.blur()
    box.focus()
  })
  await lan.press('Home')
  await new Promise((resolve) => setTimeout(resolve, 300))
  await lan.type('Rat ')
  await expect.poll(() => lan.written(), soon).toBe('Rat Nhanh tay')
  await lan.press('Escape')
})

/** What an input method shows of a word that is not finished: each replaces the one before. */
async function compose(keyboard: CDPSession, stages: readonly string[]): Promise<void> {
  for (const text of stages) {
    await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
}

/** The word is finished. */
const commit = (keyboard: CDPSession, text: string) => keyboard.send('Input.insertText', { text })

interface Typed {
  lines: Line[]
  /** The box's corner on the canvas, and the zoom. */
  corner: { x: number; y: number; zoom: number }
}

/** Lines as the browser broke them, from where each letter stands. */
async function typedLines(): Promise<Typed> {
  return await lan.textbox().evaluate((root) => {
    const frame = root.closest<HTMLElement>('[data-page-text]')
    const area = root.closest('[data-canvas]')?.getBoundingClientRect()
    if (!frame || !area) throw new Error('no text is being typed in')
    const box = frame.getBoundingClientRect()
    const zoom = box.width / Number.parseFloat(frame.style.width)
    const lines: { text: string; x: number; y: number }[] = []
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    let block: Element | null = null
    while (walker.nextNode()) {
      const node = walker.currentNode
      const own = node.parentElement?.closest('p, h1, h2, h3') ?? null
      // The font's ascent is one em, in whole pixels.
      const ascent = Math.round(Number.parseFloat(getComputedStyle(node.parentElement ?? root).fontSize))
      for (let at = 0; at < (node.textContent?.length ?? 0); at++) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const letter = node.textContent?.[at] ?? ''
        const rect = range.getClientRects()[0]
        const x = rect ? (rect.left - box.left) / zoom : 0
        const y = rect ? (rect.top - box.top) / zoom + ascent : 0
        const line = lines.at(-1)
        const isNew = !line || own !== block || (letter.trim() !== '' && Math.abs(line.y - y) > ascent / 2)
        if (isNew) lines.push({ text: letter, x, y })
        else line.text += letter
        block = own
      }
    }
    return {
      lines: lines.map((line) => ({ ...line, text: line.text.trim() })),
      corner: { x: box.left - area.left, y: box.top - area.top, zoom },
    }
  })
}

interface Drawn extends Line {
  origin: { x: number; y: number; zoom: number }
}

/** From now on every text that a canvas draws is kept, with its place, and where a canvas is shown on another. */
async function recordDrawing(): Promise<void> {
  await lan.page.evaluate(() => {
    const { prototype } = CanvasRenderingContext2D
    const drawn: (Drawn & { canvas: HTMLCanvasElement })[] = []
    const shown = new Map<unknown, { x: number; y: number }>()
    const draw: CanvasText['fillText'] = Reflect.get(window, 'fillTextBefore') ?? prototype.fillText
    const show: CanvasDrawImage['drawImage'] = Reflect.get(window, 'drawImageBefore') ?? prototype.drawImage
    const drawnLines = () =>
      drawn.map(({ canvas, origin, ...run }) => {
        const { x, y } = shown.get(canvas) ?? { x: 0, y: 0 }
        return { ...run, origin: { ...origin, x: origin.x + x, y: origin.y + y } }
      })
    Object.assign(window, { drawnLines, fillTextBefore: draw, drawImageBefore: show })
    prototype.fillText = function (text, x, y) {
      const { a, e, f } = this.getTransform()
      drawn.push({ text, x, y, origin: { x: e, y: f, zoom: a }, canvas: this.canvas })
      draw.call(this, text, x, y)
    }
    prototype.drawImage = function (image: CanvasImageSource, x: number, y: number, ...size: number[]) {
      shown.set(image, { x, y })
      Reflect.apply(show, this, [image, x, y, ...size])
    }
  })
}

/** The lines of the box with that corner, as the canvas has drawn them since. */
async function drawnLines(corner: Typed['corner']): Promise<Line[]> {
  const drawn = await lan.page.evaluate(() => (Reflect.get(window, 'drawnLines') as () => Drawn[])())
  const runs = new Map(
    drawn
      .filter(
        ({ origin }) =>
          Math.abs(origin.x - corner.x) < 1 &&
          Math.abs(origin.y - corner.y) < 1 &&
          Math.abs(origin.zoom - corner.zoom) < 0.01,
      )
      // A bullet is no letter of the text.
      .filter(({ text }) => !/^[•◦▪]$/.test(text.trim()))
      .map((run) => [`${run.text} ${run.x} ${run.y}`, run] as const),
  )
  const byLine = Map.groupBy(runs.values(), ({ y }) => Math.round(y))
  return [...byLine.values()].map((line) => {
    const inOrder = line.toSorted((one, other) => one.x - other.x)
    const text = inOrder
      .map((run) => run.text)
      .join('')
      .trim()
    return { text, x: inOrder[0]?.x ?? 0, y: inOrder[0]?.y ?? 0 }
  })
}

test('the page follows the caret out of the view, however large a line is, and stays where it is while that is seen', async () => {
  await lan.press('Escape', 'Escape', 't')
  await lan.drag([60, 500], [300, 540])
  await lan.canType()
  const frame = await lan.page.locator('[data-canvas]').boundingBox()
  const top = async () => (await lan.textbox().boundingBox())?.y ?? 0
  const caret = () => lan.page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().bottom ?? 0)
  const edge = (frame?.y ?? 0) + (frame?.height ?? 0)
  const before = await top()
  await lan.type('Dòng một')
  expect(await top()).toBe(before)
  for (let line = 0; line < 20; line++) await lan.press('Enter')
  await lan.type('Dòng cuối')
  await expect.poll(caret, soon).toBeLessThan(edge)
  expect(await top()).toBeLessThan(before)
  await lan.press('Escape', 'Escape', 'Control+=', 'Control+=', 'Control+=', 'Control+=', 'Control+=', 'Control+=', 't')
  await lan.drag([60, 500], [300, 540])
  await lan.canType()
  await lan.type('Một hàng chữ rất lớn, dài hơn cả khung, cứ thế mà xuống dòng mãi')
  await expect.poll(caret, soon).toBeLessThan(edge)
  // What the browser itself scrolls would be elsewhere than the hand that points at it.
  const scrolled = () => lan.page.evaluate(() => [...document.querySelectorAll('*')].map((one) => one.scrollTop))
  expect((await scrolled()).filter((distance) => distance !== 0)).toEqual([])
  await lan.press('Escape')
})
