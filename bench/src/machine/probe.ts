/**
 * Loaded into a measured server before its own code (`node --import`), which knows nothing of it: answers over a socket in the folder
 * `BENCH_PROBE` what only the process itself can see. It does nothing until it is asked.
 */
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Session } from 'node:inspector/promises'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'

/** Milliseconds between two looks at the event loop. */
const LOOK_MS = 1

type Answers = Record<string, (argument: string) => unknown>

let endLooking: (() => unknown) | null = null
let profiler: Session | null = null

const answers: Answers = {
  /** Bytes of heap in use after a full collection. */
  heap: () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    collect()
    collect()
    return process.memoryUsage()
  },
  look: () => {
    endLooking?.()
    endLooking = lookForBlocks()
    return null
  },
  /** The longest block since `look`, in ms: on the clock, and of this thread's processor time (which others cannot lengthen). */
  blocks: () => endLooking?.() ?? null,
  profile: async () => {
    profiler = new Session()
    profiler.connect()
    await profiler.post('Profiler.enable')
    await profiler.post('Profiler.setSamplingInterval', { interval: 500 })
    await profiler.post('Profiler.start')
    return null
  },
  saveProfile: async (path) => {
    if (!profiler) return null
    const { profile } = await profiler.post('Profiler.stop')
    profiler.disconnect()
    writeFileSync(path, JSON.stringify(profile))
    return path
  },
}

function lookForBlocks(): () => unknown {
  const delay = monitorEventLoopDelay({ resolution: LOOK_MS })
  let longest = 0
  let before = threadCpu()
  delay.enable()
  const timer = setInterval(() => {
    const now = threadCpu()
    longest = Math.max(longest, now - before)
    before = now
  }, LOOK_MS)
  return () => {
    clearInterval(timer)
    delay.disable()
    endLooking = null
    return { clockMs: delay.max / 1e6 - LOOK_MS, cpuMs: longest }
  }
}

/** Milliseconds of processor time of the main thread. */
function threadCpu(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const folder = process.env['BENCH_PROBE']
/** Of the product's processes, the server. */
const isMeasured = !process.argv[1]?.endsWith('start.ts') || process.argv[2] === 'server'
if (folder && isMeasured && isMainThread) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://probe')
    const answer = async () => {
      const result = await answers[pathname.slice(1)]?.(searchParams.get('argument') ?? '')
      response.end(JSON.stringify(result ?? null))
    }
    answer().catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  server.listen(join(folder, `${process.pid}.sock`))
  server.unref()
}
