import { Worker } from 'node:worker_threads'
import type { LiveAnswer, LiveQuestion } from './live-work.ts'

/** What readers get of a lesson, made beside the event loop. */
export interface LiveThread {
  /** Rejects when the content cannot be read, or the thread died over it. */
  make(title: string, json: string): Promise<{ version: string; body: Buffer }>
  close(): Promise<void>
}

interface Waiting {
  resolve: (made: { version: string; body: Buffer }) => void
  reject: (error: Error) => void
}

/** The thread begins with the first lesson that is asked for, and again after it died. */
export function createLiveThread(): LiveThread {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let lastId = 0

  function begin(): Worker {
    const begun = new Worker(new URL('./live-work.ts', import.meta.url), { name: 'live' })
    begun.on('message', settle)
    begun.on('error', (error) => fail(begun, error))
    begun.on('exit', () => fail(begun, new Error('the thread for live lessons ended')))
    begun.unref()
    worker = begun
    return begun
  }

  function settle(answer: LiveAnswer): void {
    const { resolve, reject } = waiting.get(answer.id) ?? {}
    waiting.delete(answer.id)
    if ('failure' in answer) return reject?.(new Error(`a lesson cannot be made for readers: ${answer.failure}`))
    const { version, body } = answer
    resolve?.({ version, body: Buffer.from(body.buffer, body.byteOffset, body.byteLength) })
  }

  function fail(ended: Worker, error: unknown): void {
    if (worker !== ended) return
    worker = null
    const lost = [...waiting.values()]
    waiting.clear()
    for (const { reject } of lost) reject(error instanceof Error ? error : new Error(String(error)))
  }

  return {
    make: (title, json) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        const running = worker ?? begin()
        running.postMessage({ id, title, json } satisfies LiveQuestion)
      }),
    async close() {
      const ending = worker
      if (ending) fail(ending, new Error('the thread for live lessons was stopped'))
      await ending?.terminate()
    },
  }
}
