import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { contentSchema } from '@anawim/lesson'
import { createDocState, judgeUpdate, readContent } from '@anawim/lesson/doc'
import { lesson, peers } from './people.ts'
import { chanceOf } from './random.ts'
import { operations } from './random-operation.ts'

/** How many, and the first: the long suite takes more, and others each time. */
const SEEDS = Number(process.env['ANAWIM_SEEDS'] ?? 200)
const FIRST_SEED = process.env['ANAWIM_SEEDS'] === undefined ? 0 : Number(process.env['ANAWIM_SEED'] ?? 0)
const STEPS = 40

describe('three people who edit at once, with updates arriving late and in any order', () => {
  test.each(Array.from({ length: SEEDS }, (_, index) => [FIRST_SEED + index]))(
    'end with the same lesson (seed %i)',
    (seed) => {
      const chance = chanceOf(seed)
      const { all, waiting, deliver, settle } = peers(3, createDocState(lesson('p1: a b c', 'p2: d')))
      const names = Object.keys(operations)
      const done: string[] = []
      try {
        for (let step = 0; step < STEPS; step++) {
          const who = chance.below(all.length)
          const name = chance.pick(names) ?? ''
          done.push(`${who} ${name}`)
          const peer = all[who]
          if (peer) operations[name]?.(peer, chance)
          for (const { update } of waiting) expect(judgeUpdate(update)).toStrictEqual({ ok: true })
          while (waiting.length > 0 && chance.next() < 0.6) deliver(chance.below(waiting.length))
        }
        settle()
        const [first, ...others] = all.map(({ doc }) => readContent(doc))
        for (const other of others) expect(other).toStrictEqual(first)
        // What anybody reads is always a lesson that POST would take, as it stands.
        expect(contentSchema.parse(first)).toStrictEqual(first)
        for (const { doc } of all) {
          expect(doc.store.pendingStructs).toBeNull()
          expect(Y.encodeStateVector(doc)).toStrictEqual(Y.encodeStateVector(all[0]?.doc ?? doc))
        }
      } catch (error) {
        console.error(`seed ${seed}: ${done.join(', ')}`)
        throw error
      }
    },
  )
})
