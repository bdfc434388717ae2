/** A thread as `work-thread.test.ts` needs one: it works, throws and dies. */
import { threadId } from 'node:worker_threads'
import { answerWork } from '../src/threads/answer-work.ts'

const tasks = {
  double: (number: number): number => number * 2,
  which: (_nothing: null): number => threadId,
  fail(why: string): never {
    throw new Error(why)
  },
  die: (_nothing: null): never => process.exit(1),
}

export type SomeTasks = typeof tasks

answerWork(tasks)
