/**
 * A thread beside the event loop, for work of more than a few milliseconds in which the sockets of the same process would stand still. Here belong the threads of the
 * API and what they do; not here: when it is done, and what becomes of it.
 */
import { Worker } from 'node:worker_threads'

/** What a thread can do, by name. What is given and what comes back is copied between the threads. */
export type Tasks = Record<string, (given: never) => unknown>

export interface WorkThread<T extends Tasks> {
  /** Rejects when the task threw, or the thread died over it. */
  run<Name extends keyof T & string>(name: Name, given: Parameters<T[Name]>[0]): Promise<ReturnType<T[Name]>>
  close(): Promise<void>
}

export interface Question {
  id: number
  name: string
  given: unknown
}

export type Answer = { id: number; result: unknown } | { id: number; failure: string }

interface Waiting {
  resolve: (result: unknown) => void
  reject: (error: Error) => void
}

/** Milliseconds without work after which the thread ends, and its memory is free again. */
const IDLE = 120_000

/**
 * `script` calls `answerWork` with these tasks. The thread begins with the first work, and again after it died or ended: whoever waited for work that is lost is told.
 * `name` stands in errors.
 */
export function createWorkThread<T extends Tasks>(name: string, script: URL, idleMs = IDLE): WorkThread<T> {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let lastId = 0

  function begin(): Worker {
    const begun = new Worker(script, { name })
    begun.on('message', settle)
    begun.on('error', (error) => lose(begun, error))
    begun.on('exit', () => lose(begun, new Error(`the ${name} thread ended`)))
    worker = begun
    return begun
  }

  function settle(answer: Answer): void {
    const { resolve, reject } = waiting.get(answer.id) ?? {}
    waiting.delete(answer.id)
    if ('failure' in answer) reject?.(new Error(`the ${name} thread: ${answer.failure}`))
    else resolve?.(answer.result)
    if (waiting.size === 0) rest()
  }

  function lose(ended: Worker, error: unknown): void {
    if (worker !== ended) return
    worker = null
    const lost = [...waiting.values()]
    waiting.clear()
    for (const { reject } of lost) reject(error instanceof Error ? error : new Error(String(error)))
  }

  function rest(): void {
    worker?.unref()
    clearTimeout(idle)
    idle = setTimeout(() => void close(), idleMs)
    idle.unref()
  }

  async function close(): Promise<void> {
    clearTimeout(idle)
    const ending = worker
    if (ending) lose(ending, new Error(`the ${name} thread was stopped`))
    await ending?.terminate()
  }

  return {
    run: <Name extends keyof T & string>(task: Name, given: Parameters<T[Name]>[0]) =>
      new Promise<ReturnType<T[Name]>>((resolve, reject) => {
        clearTimeout(idle)
        const id = ++lastId
        const running = worker ?? begin()
        running.ref()
        waiting.set(id, { resolve: (result) => resolve(result as ReturnType<T[Name]>), reject })
        running.postMessage({ id, name: task, given } satisfies Question)
      }),
    close,
  }
}
