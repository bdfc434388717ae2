import { createQueue } from './queue.ts'

/** Runs `work` when fewer than the allowed number of works with this key are running. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>

/**
 * As many works of one key at once, others wait in order: one page that asks three thousand times must wait for itself, and not the
 * school for it.
 */
export function createTurns(atOnce: number): InTurn {
  const queues = new Map<string, { run: ReturnType<typeof createQueue>; count: number }>()

  return async (key, work) => {
    const queue = queues.get(key) ?? { run: createQueue(atOnce), count: 0 }
    queues.set(key, queue)
    queue.count++
    try {
      return await queue.run(work)
    } finally {
      if (--queue.count === 0) queues.delete(key)
    }
  }
}
