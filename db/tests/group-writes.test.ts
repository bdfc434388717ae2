import { expect, test } from 'vitest'
import { DatabaseAwayError } from '../src/away.ts'
import { groupWrites } from '../src/stores/group-writes.ts'

interface Item {
  row: number
  text: string
}

/** Writes that wait to be let go, in the order in which they were begun. */
function writer(refuses: (item: Item) => Error | null = () => null) {
  const begun: { items: Item[]; letGo: () => void }[] = []
  const write = groupWrites<Item>({
    rowOf: ({ row }) => row,
    sizeOf: ({ text }) => text.length,
    most: { items: 3, bytes: 10 },
    async write(items) {
      await new Promise<void>((resolve) => begun.push({ items, letGo: resolve }))
      for (const item of items) {
        const refusal = refuses(item)
        if (refusal) throw refusal
      }
      return new Set(items.filter(({ text }) => text !== 'same').map(({ row }) => row))
    },
  })
  const rows = () => begun.map(({ items }) => items.map(({ row }) => row))
  async function letGoAll(): Promise<void> {
    for (let place = 0; place < 20; place++) {
      begun[place]?.letGo()
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return { write, rows, letGoAll }
}

test('what comes while a statement is on its way goes with the next one, and each learns whether its row was changed', async () => {
  const { write, rows, letGoAll } = writer()
  const all = Promise.all([1, 2, 3, 4, 5].map((row) => write({ row, text: row === 3 ? 'same' : 'new' })))
  await letGoAll()
  expect(await all).toEqual([true, true, false, true, true])
  expect(rows()).toEqual([[1], [2, 3, 4], [5]])
})

test('two of one row never go together, nor past each other; what is large goes alone', async () => {
  const { write, rows, letGoAll } = writer()
  const given = [
    { row: 1, text: 'a' },
    { row: 2, text: 'b' },
    { row: 2, text: 'c' },
    { row: 3, text: 'much too long for one' },
    { row: 4, text: 'd' },
  ]
  const all = Promise.all(given.map(write))
  await letGoAll()
  await all
  expect(rows()).toEqual([[1], [2, 4], [2], [3]])
})

test('one that is refused holds up no other; when the database is away, nobody is kept waiting', async () => {
  const refused = writer(({ row }) => (row === 3 ? new Error('no such value') : null))
  const all = Promise.allSettled([1, 2, 3, 4].map((row) => refused.write({ row, text: 'x' })))
  await refused.letGoAll()
  expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])

  const away = writer(() => new DatabaseAwayError('away'))
  const none = Promise.allSettled([1, 2, 3].map((row) => away.write({ row, text: 'x' })))
  await away.letGoAll()
  expect((await none).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(away.rows()).toEqual([[1], [2, 3]])
})
