/**
 * Promise 1: no edit that was shown as saved is ever lost. Two editors work on the real product, everything is killed at a random moment,
 * and after the next start all that they were told is saved must be there. ANAWIM_KILLS says how often; ANAWIM_SEED repeats a run.
 */
import type { LessonContent } from '@anawim/lesson'
import { readContent } from '@anawim/lesson/doc'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { logIn, type ApiClient } from '../testing/api-client.ts'
import { startProduct, type Product } from '../testing/product.ts'
import { openEditor } from '../testing/recording-editor.ts'
import { rememberEdits, type RememberedEdits } from '../testing/remembered-edits.ts'
import { seededRandom } from '../testing/seeded-random.ts'

const kills = Number(process.env['ANAWIM_KILLS'] ?? 5)
const seed = Number(process.env['ANAWIM_SEED'] ?? Date.now() % 1_000_000)

let product: Product
beforeAll(async () => {
  product = await startProduct({ web: false })
})
afterAll(() => product.stop())

test(
  `nothing that was shown as saved is lost by ${kills} × kill -9 (seed ${seed})`,
  async () => {
    const random = seededRandom(seed)
    const remembered: RememberedEdits[] = []
    let client: ApiClient = await logIn(product)
    const lesson = await client.ask<{ id: number; content: LessonContent }>('POST', '/api/lessons/', { title: 'Crash' })
    const path = `/api/lessons/${lesson.id}`
    const { content } = await client.ask<{ content: LessonContent }>('GET', path)
    const pageId = content.pages[0]?.id ?? ''
    let savedInAll = 0

    for (let kill = 1; kill <= kills; kill++) {
      const editors = await Promise.all([openEditor(client, lesson.id), openEditor(client, lesson.id)])
      const edits = editors.map((editor, index) => rememberEdits(editor, `k${kill}e${index}`, pageId))
      remembered.push(...edits)

      // They go on editing while it falls, so that there is always something on its way.
      let isDown = false
      const killing = sleep(300 + random() * 1_700)
        .then(() => product.kill9())
        .finally(() => (isDown = true))
      while (!isDown) {
        for (const one of edits) if (random() < 0.7) one.edit(random)
        await sleep(random() * 12)
      }
      await killing
      // What was told until the very end counts, and nobody may bring edits back after the start.
      await sleep(50)
      for (const editor of editors) editor.destroy()
      const saved = edits.reduce((sum, one) => sum + one.saved(), 0)
      savedInAll += saved
      const complaints = editors.flatMap((editor) => editor.complaints)
      expect(complaints, `kill ${kill}`).toEqual([])

      await product.restart()
      const ready = Date.now()
      client = await logIn(product)
      // The lesson is not opened: the JSON must follow from the log by itself, within 2 s.
      await sleep(Math.max(0, ready + 2_000 - Date.now()))
      const json = await client.ask<{ content: LessonContent }>('GET', path)
      const fresh = await openEditor(client, lesson.id)
      const document = readContent(fresh.doc)
      fresh.destroy()
      expect(json.content, `kill ${kill}: the JSON is what the document says`).toEqual(document)
      expect(
        remembered.flatMap((one) => one.compare(document)),
        `kill ${kill}, ${saved} saved edits`,
      ).toEqual([])
    }
    console.log(`${kills} kills, ${savedInAll} edits reported as saved, all found`)
    expect(savedInAll).toBeGreaterThan(kills * 5)
  },
  60_000 + kills * 20_000,
)
