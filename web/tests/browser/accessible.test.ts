/** What can be found by machine of what shuts people out: on every screen, in both languages, axe finds nothing. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { png } from '../support/png.ts'
import { openSchool, password, type School } from '../support/school.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let school: School
let lessonId: number
let classId: number
let linkPath: string

beforeAll(async () => {
  school = await openSchool()
  const lan = await school.join('lan@truong.vn', 'Nguyễn Thị Lan', 'teacher')
  await school.join('minh@truong.vn', 'Trần Minh', 'student')
  const title = { level: 2 as const }
  const element = { kind: 'text', x: 80, y: 60, width: 600, height: 90, rotation: 0 }
  const text = {
    type: 'doc',
    content: [{ type: 'heading', attrs: title, content: [{ type: 'text', text: 'Quang hợp' }] }],
  }
  const page = { id: 'p1', name: 'Trang 1', width: 1280, height: 720, background: '#ffffff' }
  const login = await fetch(`${school.product.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'lan@truong.vn', password }),
  })
  const { access_token } = (await login.json()) as { access_token: string }
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(png(300, 200))], { type: 'image/png' }), 'la.png')
  const headers = { authorization: `Bearer ${access_token}` }
  const sent = await fetch(`${school.product.url}/api/media`, { method: 'POST', headers, body: form })
  const media = (await sent.json()) as { id: number; url: string }
  const picture = { ...element, id: 'e2', kind: 'image', mediaId: media.id, src: media.url, alt: 'Một chiếc lá' }
  const played = { ...element, mediaId: 1, title: 'Lá cây thở', src: '/media/AAAAAAAAAAAAAAAAAAAAAA/file.webm' }
  const film = { ...played, id: 'e3', kind: 'video', duration: 83 }
  const sound = { ...played, id: 'e4', kind: 'audio', y: 300 }
  const backgroundGradient = { to: '#a5d8ff', angle: 90 }
  const pages = [
    { ...page, elements: [{ id: 'e1', ...element, text }] },
    { ...page, id: 'p2', name: 'Trang 2', backgroundGradient, elements: [picture] },
    { ...page, id: 'p3', name: 'Trang 3', elements: [film, sound] },
  ]
  const content = { version: 1, pages }
  const lesson = { title: 'Quang hợp', level: 'Lớp 6', topic: 'Sinh học', content }
  lessonId = (await lan.ask<{ id: number }>('POST', '/api/lessons/', lesson)).id
  await lan.ask('POST', `/api/lessons/${lessonId}/publish`, { is_public: true })
  await lan.ask('POST', `/api/lessons/${lessonId}/versions`, { name: 'Bản một' })
  classId = (await lan.ask<{ id: number }>('POST', '/api/classes', { name: '6A' })).id
  await lan.ask('POST', `/api/classes/${classId}/join-code`)
  await lan.ask('POST', `/api/classes/${classId}/pupils`, { names: ['Lê An', 'Trần Bình'] })
  linkPath = (await lan.ask<{ path: string }>('POST', `/api/lessons/${lessonId}/links`, { with_code: true })).path
  const binned = await lan.ask<{ id: number }>('POST', '/api/lessons/', { title: 'Bản nháp cũ' })
  await lan.ask('DELETE', `/api/lessons/${binned.id}`)
})

afterAll(() => school?.close())

/** What fades or slides in just now; a spinner never ends, and does not count. */
const fading = () =>
  document.getAnimations().filter(({ playState, effect }) => {
    return playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime)
  }).length

/** Empty when there is nothing to complain of. */
async function complaints(page: Page): Promise<string[]> {
  // Half-faded text has too little contrast, for a moment.
  await expect.poll(() => page.evaluate(fading), { timeout: 15_000 }).toBe(0)
  await page.evaluate(axe)
  return await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
  })
}

const words = {
  'vi-VN': {
    create: 'Tạo bài giảng',
    share: 'Chia sẻ',
    published: 'Đã xuất bản',
    actions: 'Thao tác với “Quang hợp”',
    pageSize: 'Cỡ trang',
    background: 'Nền',
    newCodes: 'Cấp mã mới',
    byCode: 'Em có mã thầy cô phát',
  },
  'en-US': {
    create: 'New lesson',
    share: 'Share',
    published: 'Published',
    actions: 'Actions for “Quang hợp”',
    pageSize: 'Size',
    background: 'Background',
    newCodes: 'New codes',
    byCode: 'I have a code from my teacher',
  },
}

/** Looking at every screen takes a minute a language: each run does it in the school's, the long suites in both. */
const languages = Number(process.env['ANAWIM_LANGUAGES'] ?? 1)

describe.each((['vi-VN', 'en-US'] as const).slice(0, languages))('in %s', (locale) => {
  const say = words[locale]

  async function open(path: string): Promise<Page> {
    const page = await (await school.newProfile({ locale, bypassCSP: true })).newPage()
    await page.goto(school.product.url + path)
    return page
  }

  async function openAs(email: string, path: string, secret = password): Promise<Page> {
    const page = await open(`/login?next=${encodeURIComponent(path)}`)
    await page.locator('input[type=email]').fill(email)
    await page.locator('input[type=password]').fill(secret)
    await page.locator('button[type=submit]').click()
    await page.waitForURL(school.product.url + path)
    return page
  }

  test('who is not logged in', async () => {
    const page = await open('/login')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await complaints(page)).toEqual([])
    await page.goto(`${school.product.url}/register`)
    await page.locator('button[type=submit]').click()
    await page.locator('[aria-invalid=true]').first().waitFor()
    expect(await complaints(page)).toEqual([])
    for (const path of ['/forgot-password', '/reset-password#x', '/invitation#x']) {
      await page.goto(school.product.url + path)
      await page.locator('form, [role=alert]').first().waitFor()
      expect(await complaints(page)).toEqual([])
    }
  })

  test('the dashboard, its dialogs and menus, nothing found, and the trash', async () => {
    const page = await openAs('lan@truong.vn', '/')
    await page.getByRole('button', { name: say.actions }).waitFor()
    expect(await complaints(page)).toEqual([])
    await page.getByRole('button', { name: say.actions }).click()
    await page.getByRole('menuitem').first().waitFor()
    // What floats stands at the end of the document, beside the landmarks: one is led there from its button.
    expect((await complaints(page)).filter((complaint) => !complaint.startsWith('region'))).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: say.create }).first().click()
    await page.getByRole('dialog').waitFor()
    expect(await complaints(page)).toEqual([])
    for (const query of ['q=khong-co', 'view=trash']) {
      await page.goto(`${school.product.url}/?${query}`)
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      expect(await complaints(page)).toEqual([])
    }
    await page.goto(`${school.product.url}/khong-co`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('one’s profile', async () => {
    const page = await openAs('minh@truong.vn', '/profile')
    await page.locator('li').first().waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('the library, a file of it, its trash, and where one picks one', async () => {
    const page = await openAs('lan@truong.vn', '/library')
    await page.locator('main li button').click()
    await page.getByRole('dialog').locator('form').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await complaints(page)).toEqual([])
    await page.goto(`${school.product.url}/library?trash=1`)
    await page.getByRole('heading', { level: 2 }).waitFor()
    expect(await complaints(page)).toEqual([])
    await page.goto(`${school.product.url}/lessons/${lessonId}`)
    await page.locator('[data-canvas]').focus()
    await page.keyboard.press('i')
    for (const place of [0, 1, 2]) {
      await page.getByRole('dialog').getByRole('tab').nth(place).click()
      await page.getByRole('tabpanel').waitFor()
      expect(await complaints(page)).toEqual([])
    }
  })

  test('the editor: nothing selected, a text selected, typed in, and its dialogs', async () => {
    const page = await openAs('lan@truong.vn', `/lessons/${lessonId}`)
    const canvas = page.locator('[data-canvas]')
    await canvas.waitFor()
    expect(await complaints(page)).toEqual([])
    await canvas.focus()
    await page.keyboard.press('Tab')
    await page.locator('[data-spoken]', { hasText: 'Quang hợp' }).waitFor({ state: 'attached' })
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.locator('[contenteditable=true]').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Control+k')
    await page.locator('input[inputmode=url]').waitFor()
    expect((await complaints(page)).filter((complaint) => !complaint.startsWith('region'))).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    for (const name of [say.share, say.published]) {
      await page.getByRole('button', { name, exact: true }).click()
      await page.getByRole('dialog').waitFor()
      expect(await complaints(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    await canvas.focus()
    await page.keyboard.press('Control+Enter')
    await page.locator('[data-presented-page]').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('[data-presented-page]').waitFor({ state: 'hidden' })
    await canvas.focus()
    await page.keyboard.press('Escape')
    await page.getByLabel(say.pageSize).first().click()
    await page.getByRole('option').last().click()
    await page.getByRole('dialog').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    await canvas.focus()
    for (const keys of ['Control+k', 'Shift+?']) {
      await page.keyboard.press(keys)
      await page.getByRole('dialog').waitFor()
      expect(await complaints(page)).toEqual([])
      await page.keyboard.press('Escape')
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
    }
  })

  test('a picture that is cropped, and a page on a background of its own', async () => {
    const page = await openAs('lan@truong.vn', `/lessons/${lessonId}`)
    const canvas = page.locator('[data-canvas]')
    await canvas.focus()
    await page.keyboard.press('PageDown')
    await page.locator('[data-page-card="p2"][aria-current]').waitFor()
    await page.keyboard.press('Tab')
    await page.locator('[data-spoken]', { hasText: 'Một chiếc lá' }).waitFor({ state: 'attached' })
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.locator('[data-crop]').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: say.background, exact: true }).first().click()
    await expect.poll(() => page.locator('.mantine-Popover-dropdown').count()).toBeGreaterThan(0)
    expect((await complaints(page)).filter((complaint) => !complaint.startsWith('region'))).toEqual([])
  })

  test('the versions of a lesson, and naming one', async () => {
    const page = await openAs('lan@truong.vn', `/lessons/${lessonId}`)
    await page.locator('[data-canvas]').waitFor()
    await page.keyboard.press('Control+Alt+Shift+h')
    await page.locator('[data-version] img').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button').nth(2).click()
    await page.getByRole('dialog').locator('form').waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('classes, their pupils, and who they can be shared with', async () => {
    const page = await openAs('lan@truong.vn', '/classes')
    await page.getByRole('link', { name: '6A' }).waitFor()
    expect(await complaints(page)).toEqual([])
    await page.getByRole('link', { name: '6A' }).click()
    await page.getByText('Lê An').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: say.newCodes }).click()
    await page.getByRole('dialog').getByRole('button', { name: say.newCodes }).click()
    await page.getByText('Trần Bình').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.goto(`${school.product.url}/lessons/${lessonId}`)
    await page.getByRole('button', { name: say.share, exact: true }).click()
    for (const place of [1, 2]) {
      await page.getByRole('dialog').getByRole('tab').nth(place).click()
      await page.getByRole('tabpanel').waitFor()
      expect(await complaints(page)).toEqual([])
    }
  })

  test('the code of a link, and the code of a pupil', async () => {
    const page = await open(linkPath)
    await page.locator('input').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.goto(`${school.product.url}/login`)
    await page.getByRole('button', { name: say.byCode }).click()
    expect(await complaints(page)).toEqual([])
  })

  test('a student who reads a lesson', async () => {
    const page = await openAs('minh@truong.vn', `/lessons/${lessonId}/view`)
    await page.locator('.lesson-text', { hasText: 'Quang hợp' }).waitFor()
    await page.getByRole('button', { name: 'Lá cây thở' }).first().waitFor()
    expect(await complaints(page)).toEqual([])
  })

  test('the admin’s people and lessons', async () => {
    const page = await openAs(school.product.adminEmail, '/admin', school.product.adminPassword)
    await page.getByRole('row').nth(1).waitFor()
    expect(await complaints(page)).toEqual([])
    await page.getByRole('tab').nth(1).click()
    await page.getByRole('row', { name: 'Quang hợp' }).waitFor()
    expect(await complaints(page)).toEqual([])
    await page.getByRole('tab').nth(2).click()
    await page.getByRole('tabpanel').getByRole('button').first().waitFor()
    expect(await complaints(page)).toEqual([])
    for (const tab of [3, 4, 5]) {
      await page.getByRole('tab').nth(tab).click()
      // What there is, or that there is nothing: somebody may be in a lesson right now.
      await page.getByRole('tabpanel').locator('h2, tbody tr').first().waitFor()
      expect(await complaints(page)).toEqual([])
    }
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await complaints(page)).toEqual([])
  })
})
