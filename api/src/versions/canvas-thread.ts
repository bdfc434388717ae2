import { Worker } from 'node:worker_threads'
import type { CanvasAnswer, CanvasQuestion, CanvasResults, CanvasTask, KeptCanvas } from './canvas-work.ts'

/** Work on kept canvases, beside the event loop. */
export interface CanvasThread {
  /** Rejects when the bytes are damaged, or the thread died over them. */
  run<T extends CanvasTask>(task: T, canvas: KeptCanvas): Promise<CanvasResults[T]>
  close(): Promise<void>
}

interface Waiting {
  resolve: (result: CanvasResults[CanvasTask]) => void
  reject: (error: Error) => void
}

/** Milliseconds without work after which the thread ends, and its memory is free again. */
const IDLE = 30_000

/** The thread begins with the first work, and again after it died: whoever waited for that work is told. */
export function createCanvasThread(): CanvasThread {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let lastId = 0

  function begin(): Worker {
    const begun = new Worker(new URL('./canvas-work.ts', import.meta.url))
    begun.on('message', (answer: CanvasAnswer) => settle(answer))
    begun.on('error', (error) => fail(begun, error))
    begun.on('exit', () => fail(begun, new Error('the canvas thread ended')))
    worker = begun
    return begun
  }

  function settle(answer: CanvasAnswer): void {
    const { resolve, reject } = waiting.get(answer.id) ?? {}
    waiting.delete(answer.id)
    if ('failure' in answer) reject?.(new Error(`a kept canvas cannot be opened: ${answer.failure}`))
    else resolve?.(answer.result)
    if (waiting.size === 0) rest()
  }

  function fail(ended: Worker, error: unknown): void {
    if (worker !== ended) return
    worker = null
    const lost = [...waiting.values()]
    waiting.clear()
    for (const { reject } of lost) reject(error instanceof Error ? error : new Error(String(error)))
  }

  function rest(): void {
    worker?.unref()
    clearTimeout(idle)
    idle = setTimeout(() => void stop(), IDLE)
    idle.unref()
  }

  async function stop(): Promise<void> {
    clearTimeout(idle)
    const ending = worker
    if (ending) fail(ending, new Error('the canvas thread was stopped'))
    await ending?.terminate()
  }

  return {
    run: <T extends CanvasTask>(task: T, canvas: KeptCanvas) =>
      new Promise<CanvasResults[T]>((resolve, reject) => {
        clearTimeout(idle)
        const id = ++lastId
        const running = worker ?? begin()
        running.ref()
        waiting.set(id, { resolve: (result) => resolve(result as CanvasResults[T]), reject })
        running.postMessage({ id, task, canvas } satisfies CanvasQuestion)
      }),
    close: stop,
  }
}
