/**
 * Promise 1: no edit that was shown as saved is ever lost. Two editors work on the real product, everything is killed at a random moment,
 * and after the next start all that they were told is saved must be there. ANAWIM_KILLS says how often; ANAWIM_SEED repeats a run.
 */
import type { LessonContent } from '@anawim/lesson'
import { readContent } from '@anawim/lesson/doc'
import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { logIn, type ApiClient } from '../testing/api-client.ts'
import { startProduct, type Product } from '../testing/product.ts'
import { counted } from '../testing/counted.ts'
import { openEditor } from '../testing/recording-editor.ts'
import { rememberEdits, type RememberedEdits } from '../testing/remembered-edits.ts'
import { report } from '../testing/report.ts'
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
    const jsonNow = async () => (await client.ask<{ content: LessonContent }>('GET', path)).content
    const restarts: number[] = []
    let savedInAll = 0
    /** How often the JSON was not yet right after 2 s. */
    let late = 0

    for (let kill = 1; kill <= kills; kill++) {
      const opening = Promise.all([openEditor(client, lesson.id), openEditor(client, lesson.id)])
      const editors = await opening.catch((error: unknown) => {
        throw new Error(`before kill ${kill}`, { cause: error })
      })
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
      expect(counted(complaints), `kill ${kill}`).toEqual([])

      const startedAt = performance.now()
      await product.restart()
      restarts.push(performance.now() - startedAt)
      const ready = Date.now()
      client = await logIn(product)
      // The lesson is not opened: the JSON must follow from the log by itself, within 2 s when the machine is ours alone.
      await sleep(Math.max(0, ready + 2_000 - Date.now()))
      const byItself = await jsonNow()
      const fresh = await openEditor(client, lesson.id)
      const document = readContent(fresh.doc)
      fresh.destroy()
      if (!isDeepStrictEqual(byItself, document)) late++
      await expect.poll(jsonNow, { timeout: 20_000, message: `kill ${kill}: the JSON` }).toEqual(document)
      expect(
        remembered.flatMap((one) => one.compare(document)),
        `kill ${kill}, ${saved} saved edits`,
      ).toEqual([])
    }
    report({
      what: 'kill -9 of everything: ms until it serves again',
      trials: kills,
      failures: 0,
      times: restarts,
      more: { 'edits shown as saved, all found': savedInAll, 'JSON later than 2 s': late, seed },
    })
    expect(late).toBeLessThan(kills)
    expect(savedInAll).toBeGreaterThan(kills * 5)
  },
  60_000 + kills * 20_000,
)
