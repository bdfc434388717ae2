/** The process of one load generator: does what the bench asks, see `crowd-calls.ts`. */
import { Crowd } from './crowd.ts'
import type { CrowdCalls, CrowdReply, CrowdRequest } from './crowd-calls.ts'

const crowd = new Crowd()
const reply = (message: CrowdReply) => process.send?.(message)

process.on('message', ({ id, name, argument }: CrowdRequest) => {
  const call = crowd[name].bind(crowd) as (argument: unknown) => ReturnType<CrowdCalls[typeof name]>
  call(argument).then(
    (result) => reply({ id, result }),
    (error: unknown) => reply({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
