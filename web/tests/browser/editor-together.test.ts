/** Two teachers in one lesson: they see each other and every change, type in the same text, and undo only their own steps. */
import { plainText } from '@anawim/lesson'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiClient } from '../../../scripts/testing/api-client.ts'
import { type EditorPage, elementsOf, openEditor, soon } from '../support/editor-page.ts'
import { enterSchool, type School } from '../support/school.ts'

let school: School
let teacher: ApiClient
let lessonId: number
let lan: EditorPage
let minh: EditorPage

beforeAll(async () => {
  school = await enterSchool()
  teacher = await school.join('lan@truong.vn', 'Nguyễn Thị Lan', 'teacher')
  await school.join('minh@truong.vn', 'Trần Minh', 'teacher')
  lessonId = (await teacher.ask<{ id: number }>('POST', '/api/lessons/', { title: 'Quang hợp' })).id
  await teacher.ask('POST', `/api/lessons/${lessonId}/members`, { email: 'minh@truong.vn', role: 'editor' })
  lan = await openEditor(school, 'lan@truong.vn', lessonId)
  minh = await openEditor(school, 'minh@truong.vn', lessonId)
})

afterAll(() => school?.close())

const texts = async () =>
  (await elementsOf(teacher, lessonId)).flatMap((element) => (element.kind === 'text' ? [plainText(element.text)] : []))

test('each sees who else is there, and where their pointer is', async () => {
  await minh.page.mouse.move(500, 400)
  await lan.page.getByRole('button', { name: 'Trần Minh: nhìn theo người này' }).waitFor()
  await lan.page.locator('[data-peer-cursor]', { hasText: 'Trần Minh' }).waitFor()
  await lan.page.mouse.move(600, 300)
  await minh.page.locator('[data-peer-cursor]', { hasText: 'Nguyễn Thị Lan' }).waitFor()
})

test('a shape that one draws is there for the other', async () => {
  await lan.press('s')
  await lan.drag([200, 250], [320, 330])
  await lan.sees('Đã lưu')
  await minh.click(260, 290)
  await expect.poll(() => minh.spoken(), soon).toContain('Hình chữ nhật')
})

test('a drag in progress shows before it is dropped', async () => {
  const before = await minh.page.locator('canvas').nth(1).screenshot()
  await lan.hold([260, 290], [460, 290])
  await expect
    .poll(async () => (await minh.page.locator('canvas').nth(1).screenshot()).equals(before), soon)
    .toBe(false)
  const [shape] = await elementsOf(teacher, lessonId)
  await lan.page.mouse.up()
  await expect.poll(async () => (await elementsOf(teacher, lessonId))[0]?.x, soon).not.toBe(shape?.x)
})

test('two hold the same shape: each has it under their own hand, and it stays where the last lets go', async () => {
  const place = async () => (await elementsOf(teacher, lessonId))[0]
  const before = await place()
  // Where the first test's drag left it.
  await lan.hold([440, 290], [400, 290])
  await minh.hold([440, 290], [560, 290])
  await lan.page.mouse.up()
  await lan.sees('Đã lưu')
  await expect.poll(async () => (await place())?.x, soon).toBeLessThan(before?.x ?? 0)
  // Minh's hand still has it: her letting go does not take it out.
  await minh.page.mouse.move(...(await minh.at([640, 290])))
  await minh.page.mouse.up()
  await expect.poll(async () => (await place())?.x, soon).toBeGreaterThan(before?.x ?? 0)
  await minh.sees('Đã lưu')
  // What was written over is not taken back, and one is told.
  await lan.press('Escape', 'Control+z')
  await lan.page.getByText('Có phần đã được người khác sửa sau bạn').waitFor()
  expect((await place())?.x).toBeGreaterThan(before?.x ?? 0)
})

test('both type in the same text at once, and nobody loses a letter', async () => {
  await lan.press('Escape', 't')
  await lan.drag([100, 400], [460, 440])
  await lan.canType()
  await lan.type('Lá cây')
  await lan.sees('Đã lưu')
  await minh.typeIn(140, 410)
  await minh.page.locator('.page-text-caret-name', { hasText: 'Nguyễn Thị Lan' }).waitFor()
  await minh.press('End')
  await Promise.all([lan.type(' xanh tươi'), minh.type(' nhờ diệp lục')])
  const both = () => Promise.all([lan.written(), minh.written()])
  await expect.poll(async () => new Set(await both()).size, soon).toBe(1)
  const letters = (text: string) => Array.from(text.replaceAll(/\s/g, '')).toSorted().join('')
  expect(letters((await both())[0] ?? '')).toBe(letters('Lá cây xanh tươi nhờ diệp lục'))
  await lan.press('Escape')
  await minh.press('Escape')
  await lan.sees('Đã lưu')
  await expect.poll(texts, soon).toEqual([expect.stringContaining('Lá cây')])
})

test('undo takes back one’s own steps, not the other’s', async () => {
  await lan.click(700, 600)
  await lan.press('s')
  await lan.drag([520, 380], [600, 440])
  await minh.click(700, 600)
  await minh.press('s')
  await minh.drag([620, 380], [700, 440])
  await expect.poll(async () => (await elementsOf(teacher, lessonId)).length, soon).toBe(4)
  const made = await elementsOf(teacher, lessonId)
  await lan.press('Control+z')
  await expect.poll(async () => (await elementsOf(teacher, lessonId)).length, soon).toBe(3)
  expect((await elementsOf(teacher, lessonId)).at(-1)?.id).toBe(made.at(-1)?.id)
  await lan.press('Control+Shift+z')
  await expect.poll(async () => (await elementsOf(teacher, lessonId)).length, soon).toBe(4)
})

test('what another has changed since is not undone, and one is told', async () => {
  const before = await elementsOf(teacher, lessonId)
  await lan.press('s', 'Enter')
  await expect.poll(async () => (await elementsOf(teacher, lessonId)).length, soon).toBe(before.length + 1)
  const mine = (await elementsOf(teacher, lessonId)).at(-1)
  await minh.press('Escape', 'Escape', 'Shift+Tab')
  await expect.poll(() => minh.spoken(), soon).toContain(`Cách trái ${mine?.x}`)
  await minh.press('ArrowRight')
  await expect.poll(async () => (await elementsOf(teacher, lessonId)).at(-1)?.x, soon).toBe((mine?.x ?? 0) + 1)
  await lan.press('Control+z')
  await lan.page.getByText('Có phần đã được người khác sửa sau bạn').waitFor()
  expect((await elementsOf(teacher, lessonId)).map(({ id }) => id)).toContain(mine?.id)
  // The step before it was undone instead, and comes back.
  await minh.press('Delete')
  await lan.press('Control+Shift+z', 'Escape')
  await expect.poll(async () => (await elementsOf(teacher, lessonId)).length, soon).toBe(before.length)
})

test('when another deletes what one has selected, one is told and can bring it back', async () => {
  const before = (await elementsOf(teacher, lessonId)).length
  await minh.click(660, 410)
  await expect.poll(() => minh.spoken(), soon).toContain('Hình chữ nhật')
  await lan.click(660, 410)
  await expect.poll(() => lan.spoken(), soon).toContain('Hình chữ nhật')
  await lan.press('Delete')
  await minh.page.getByText('Có người vừa xoá 1 đối tượng bạn đang làm.').waitFor()
  await expect.poll(async () => (await elementsOf(teacher, lessonId)).length, soon).toBe(before - 1)
  await minh.page.getByRole('button', { name: 'Khôi phục' }).click()
  await expect.poll(async () => (await elementsOf(teacher, lessonId)).length, soon).toBe(before)
})

test('one follows the other over pages until one acts, and sees where their laser points', async () => {
  const shownPage = () => lan.page.locator('[aria-current="page"]').getAttribute('aria-label')
  await lan.page.getByRole('button', { name: 'Trần Minh: nhìn theo người này' }).click()
  await lan.page.getByText('Đang theo dõi Trần Minh').waitFor()
  await minh.page.locator('[data-canvas]').focus()
  await minh.press('Control+m')
  await expect.poll(shownPage, soon).toContain('trang 2 trên 2')
  await minh.press('k')
  await minh.page.mouse.move(500, 400)
  await minh.page.mouse.move(520, 420)
  await lan.page.locator('[data-laser] [data-peer-cursor]').waitFor()
  await minh.press('Escape', 'PageUp')
  await expect.poll(shownPage, soon).toContain('trang 1 trên 2')
  await lan.press('Escape')
  await expect.poll(() => lan.page.getByText('Đang theo dõi Trần Minh').count(), soon).toBe(0)
  await minh.press('PageDown')
  await lan.page.getByRole('button', { name: 'Trần Minh: đang cùng ở trang này' }).waitFor()
  expect(await shownPage()).toContain('trang 1 trên 2')
})

test('when another deletes the page that one is on, one is told and can bring it back', async () => {
  await lan.page.getByRole('button', { name: 'trang 2 trên 2' }).focus()
  await lan.press('Delete')
  await minh.page.getByText('Có người vừa xoá trang bạn đang xem.').waitFor()
  await minh.page.getByRole('button', { name: 'Khôi phục' }).last().click()
  await lan.page.getByRole('button', { name: 'trang 2 trên 2' }).waitFor()
})

test('who is taken out of the lesson is told, and can edit no more', async () => {
  const { items } = await teacher.ask<{ items: { user: { id: number }; role: string }[] }>(
    'GET',
    `/api/lessons/${lessonId}/members`,
  )
  const [member] = items
  await teacher.ask('DELETE', `/api/lessons/${lessonId}/members/${member?.user.id}`)
  await minh.page.getByRole('dialog', { name: 'Bạn không còn sửa được bài này' }).waitFor({ timeout: 5_000 })
})
