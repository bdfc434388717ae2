import { launchBrowser } from './browser.ts'
import { png } from '../web/tests/support/png.ts'
const browser = await launchBrowser()
const url = 'http://localhost:8130'
const sizes = [
  [1024, 768, false],
  [390, 844, true],
  [1440, 900, false],
] as const
for (const [width, height, isMobile] of sizes) {
  const ctx = await browser.newContext({ locale: 'vi-VN', viewport: { width, height }, isMobile, hasTouch: isMobile })
  const page = await ctx.newPage()
  await page.goto(`${url}/login?next=/`)
  await page.locator('input[type=email]').fill('lan@demo.anawim.local')
  await page.locator('input[type=password]').fill('anawim-demo')
  await page.locator('button[type=submit]').click()
  await page.waitForURL(url + '/')
  const id = await page.evaluate(async () => {
    const token = Object.values(localStorage)
      .map((v) => {
        try {
          const p = JSON.parse(v)
          return p.token ?? p.access_token ?? p.accessToken
        } catch {
          return v
        }
      })
      .find((v) => typeof v === 'string' && v.split('.').length === 3)
    const r = await fetch('/api/lessons/?search=Quang', { headers: { authorization: `Bearer ${token}` } })
    return (await r.json()).items[0].id
  })
  await page.goto(`${url}/lessons/${id}`)
  await page.locator('[data-canvas]').waitFor()
  await page.waitForTimeout(1500)
  const shot = (name: string) =>
    page.waitForTimeout(500).then(() => page.screenshot({ path: `/tmp/story/${width}-${name}.png` }))
  const step = async (name: string, run: () => Promise<unknown>) => {
    try {
      await run()
      await shot(name)
    } catch (e) {
      console.log(width, name, String(e).slice(0, 200))
      await shot(name + '-failed')
    }
  }
  page.setDefaultTimeout(5000)
  await step('editor', async () => {})
  await step('pagemenu', async () => {
    await page.getByRole('button', { name: 'Tuỳ chọn trang' }).first().click()
  })
  await page.keyboard.press('Escape')
  await step('link', async () => {
    await page.locator('[data-canvas]').focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('t')
    await page.keyboard.press('Enter')
    await page.locator('[contenteditable=true]').waitFor()
    await page.keyboard.type('Đọc thêm')
    await page.keyboard.press('Control+k')
  })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('[data-canvas]').focus()
  await page.keyboard.press('Escape')
  await step('crop', async () => {
    const choosing = page.waitForEvent('filechooser')
    await page.keyboard.press('i')
    await (await choosing).setFiles({ name: 'la.png', mimeType: 'image/png', buffer: png(500, 300) })
    await page.waitForTimeout(1500)
    await page.locator('[data-canvas]').focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-crop]').waitFor()
  })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Escape')
  await step('page', async () => {
    if (isMobile) await page.getByRole('button', { name: 'Thuộc tính' }).click()
    await page.waitForTimeout(500)
  })
  await step('size', async () => {
    await page.getByLabel('Cỡ trang').first().click()
    await page.getByRole('option').last().click()
  })
  await page.keyboard.press('Escape')
  await page.waitForTimeout(400)
  await page.keyboard.press('Escape')
  await page.waitForTimeout(400)
  await step('present', async () => {
    await page.locator('[data-canvas]').focus()
    await page.keyboard.press('Control+Enter')
    await page.locator('[data-presented-page]').waitFor()
  })
  await page.keyboard.press('Escape')
  await page.waitForTimeout(400)
  await step('sheet', async () => {
    await page.locator('[data-canvas]').focus()
    await page.keyboard.press('Shift+?')
  })
  await ctx.close()
}
await browser.close()
