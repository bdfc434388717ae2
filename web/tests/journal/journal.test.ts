/** What a browser keeps of edits that nobody has saved: for whom, how long, and what two tabs do with it. */
import '../support/browser-window.ts'
import '../support/browser-database.ts'
import { SCHEMA_VERSION } from '@anawim/lesson/doc'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findEdits, forgetEdits, keepEdits, lessonsWithEdits, openEditStore } from '../../src/journal/edit-store.ts'
import { unsavedLessons } from '../../src/journal/leave-device.ts'
import { noteOpen } from '../../src/journal/open-lessons.ts'
import { Journal } from '../../src/journal/journal.ts'
import { setSharedDevice } from '../../src/journal/shared-device.ts'
import { tellForgotten } from '../../src/journal/tabs.ts'

const lan = 7
const minh = 8
const lesson = 12
const open: Journal[] = []

/** A tab in which that person has the lesson open. */
function tab(userId = lan, lessonId = lesson): Journal {
  const journal = new Journal({ userId, lessonId, title: 'Quang hợp', schemaVersion: SCHEMA_VERSION })
  open.push(journal)
  return journal
}
const bytes = (...values: number[]) => new Uint8Array(values)
const keptBy = async (userId: number) =>
  (await findEdits(userId, lesson)).flatMap(({ updates }) => updates.map((update) => [...update]))
const kept = () => keptBy(lan)

beforeEach(async () => {
  setSharedDevice(false)
  await forgetEdits(lan)
  await forgetEdits(minh)
})
afterEach(() => {
  for (const journal of open.splice(0)) journal.close()
})

test('an edit is kept at once, and goes when it is saved', async () => {
  const journal = tab()
  journal.keep(1, bytes(1))
  journal.keep(2, bytes(2))
  await expect.poll(kept).toEqual([[1], [2]])
  journal.keep(3, bytes(3))
  await expect.poll(kept).toEqual([[1], [2], [3]])
  journal.savedUpTo(2)
  await expect.poll(kept).toEqual([[3]])
  journal.savedUpTo(3)
  await expect.poll(kept).toEqual([])
})

test('edits of one moment are one entry, which goes when the last of them is saved', async () => {
  const journal = tab()
  journal.keep(1, bytes(1))
  journal.keep(2, bytes(2))
  await expect.poll(kept).toHaveLength(2)
  expect(await findEdits(lan, lesson)).toHaveLength(1)
  journal.savedUpTo(1)
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(await kept()).toEqual([[1], [2]])
})

test('after a crash the next page finds them, and answers for them', async () => {
  const crashed = tab()
  crashed.keep(1, bytes(1))
  await expect.poll(kept).toHaveLength(1)
  crashed.close()
  const next = tab()
  const found = await next.takeOver()
  expect(found.map(({ updates, title }) => ({ updates, title }))).toEqual([{ updates: [bytes(1)], title: 'Quang hợp' }])
  next.adopt(
    found.map(({ key }) => key),
    1,
  )
  expect(await kept()).toHaveLength(1)
  next.savedUpTo(1)
  await expect.poll(kept).toEqual([])
})

test('a tab that lives keeps its own: another one does not take them', async () => {
  const one = tab()
  one.keep(1, bytes(1))
  await expect.poll(kept).toHaveLength(1)
  expect(await tab().takeOver()).toEqual([])
  one.close()
  expect(await tab().takeOver()).toHaveLength(1)
})

test('of two tabs that open after a crash, one takes them', async () => {
  const crashed = tab()
  crashed.keep(1, bytes(1))
  await expect.poll(kept).toHaveLength(1)
  crashed.close()
  const [first, second] = [tab(), tab()]
  const found = [await first.takeOver(), await second.takeOver()]
  expect(found.map(({ length }) => length)).toEqual([1, 0])
})

test('another person neither finds nor loses them', async () => {
  const one = tab(lan)
  one.keep(1, bytes(1))
  await expect.poll(kept).toHaveLength(1)
  one.close()
  expect(await tab(minh).takeOver()).toEqual([])
  await forgetEdits(minh)
  expect(await kept()).toHaveLength(1)
  expect(await lessonsWithEdits(lan)).toEqual([{ lessonId: lesson, title: 'Quang hợp' }])
  expect(await lessonsWithEdits(minh)).toEqual([])
})

test('after logging out no tab keeps anything more', async () => {
  const journal = tab()
  journal.keep(1, bytes(1))
  await expect.poll(kept).toHaveLength(1)
  await forgetEdits(lan)
  tellForgotten(lan)
  await expect.poll(journal.isKeeping).toBe(false)
  journal.keep(2, bytes(2))
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await kept()).toEqual([])
})

test('a shared device keeps nothing, and drops what it has of an open lesson', async () => {
  const journal = tab()
  journal.keep(1, bytes(1))
  await expect.poll(kept).toHaveLength(1)
  setSharedDevice(true)
  expect(journal.isKeeping()).toBe(false)
  journal.keep(2, bytes(2))
  await expect.poll(kept).toEqual([])
})

test('what was refused is kept, and marked', async () => {
  const journal = tab()
  journal.keep(1, bytes(1))
  await expect.poll(kept).toHaveLength(1)
  journal.savedUpTo(1)
  journal.keep(2, bytes(2))
  expect(await journal.setAside()).toHaveLength(1)
  const [refused] = await tab()
    .takeOver()
    .then((found) => found.filter(({ isRefused }) => isRefused))
  // The tab lives, so nobody takes it over; it is there all the same.
  expect(refused).toBeUndefined()
  expect((await findEdits(lan, lesson)).filter(({ isRefused }) => isRefused).flatMap(({ updates }) => updates)).toEqual(
    [bytes(2)],
  )
})

test('what was refused goes after a month; what was not stays, whatever the clock says', async () => {
  const day = 24 * 60 * 60 * 1000
  const edits = { userId: lan, lessonId: lesson, title: '', tab: 'gone', schemaVersion: SCHEMA_VERSION }
  await keepEdits({ ...edits, at: Date.now() - 31 * day, updates: [bytes(1)], isRefused: true })
  await keepEdits({ ...edits, at: Date.now() - 29 * day, updates: [bytes(2)], isRefused: true })
  await keepEdits({ ...edits, at: 0, updates: [bytes(3)] })
  await openEditStore()
  expect(await kept()).toEqual([[2], [3]])
})

test('a full disk is told, and what could not be kept is tried again before what follows', async () => {
  const journal = tab()
  journal.keep(1, bytes(1))
  await expect.poll(kept).toHaveLength(1)
  const add = IDBObjectStore.prototype.add
  IDBObjectStore.prototype.add = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  try {
    journal.keep(2, bytes(2))
    await expect.poll(journal.isKeeping).toBe(false)
  } finally {
    IDBObjectStore.prototype.add = add
  }
  journal.keep(3, bytes(3))
  await expect.poll(kept).toEqual([[1], [2], [3]])
  expect(journal.isKeeping()).toBe(true)
})

test('logging out asks also where nothing is kept: for what this page alone has, or is still sending', async () => {
  setSharedDevice(true)
  let isUnsaved = true
  const forget = noteOpen({ userId: lan, lessonId: lesson, title: () => 'Quang hợp', hasUnsaved: () => isUnsaved })
  expect(await unsavedLessons(lan)).toEqual([{ lessonId: lesson, title: 'Quang hợp' }])
  expect(await unsavedLessons(minh)).toEqual([])
  isUnsaved = false
  expect(await unsavedLessons(lan)).toEqual([])
  isUnsaved = true
  forget()
  expect(await unsavedLessons(lan)).toEqual([])
})
