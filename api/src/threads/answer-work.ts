import { parentPort } from 'node:worker_threads'
import type { Answer, Question, Tasks } from './work-thread.ts'

/** The other end of `createWorkThread`: does what is asked, one after the other, and answers each. */
export function answerWork(tasks: Tasks): void {
  parentPort?.on('message', (question: Question) => parentPort?.postMessage(answer(tasks, question)))
}

function answer(tasks: Tasks, { id, name, given }: Question): Answer {
  try {
    return { id, result: tasks[name]?.(given as never) }
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) }
  }
}
