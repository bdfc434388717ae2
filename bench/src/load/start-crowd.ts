import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { CrowdCalls, CrowdReply } from './crowd-calls.ts'

const generator = fileURLToPath(new URL('generator.ts', import.meta.url))

export interface RunningCrowd extends CrowdCalls {
  end(): void
}

/** Starts a load generator in a process of its own. */
export function startCrowd(): RunningCrowd {
  const child = fork(generator, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] })
  const waiting = new Map<number, (reply: CrowdReply) => void>()
  let calls = 0
  child.on('message', (reply: CrowdReply) => {
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
  })
  child.on('exit', (code) => {
    for (const [id, answer] of waiting) answer({ id, error: `the load generator ended with ${code}` })
  })
  const call =
    <Name extends keyof CrowdCalls>(name: Name) =>
    (argument?: Parameters<CrowdCalls[Name]>[0]) =>
      new Promise<Awaited<ReturnType<CrowdCalls[Name]>>>((resolve, reject) => {
        const id = ++calls
        waiting.set(id, ({ result, error }) => {
          if (error === undefined) resolve(result as Awaited<ReturnType<CrowdCalls[Name]>>)
          else reject(new Error(error))
        })
        child.send({ id, name, argument })
      })
  return {
    join: call('join'),
    edit: call('edit'),
    rest: call('rest'),
    reset: call('reset'),
    figures: call('figures'),
    leave: call('leave'),
    end: () => child.kill(),
  }
}
