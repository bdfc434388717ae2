/** Asks the probe of a measured server; see `probe.ts`. */
import { get } from 'node:http'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'anawim-probe-'))

/** The environment of a server that is to be asked. */
export const probeEnvironment = {
  BENCH_PROBE: folder,
  NODE_OPTIONS: `--import=${new URL('probe.ts', import.meta.url).href}`,
}

function ask<T>(pid: number, question: string, argument = ''): Promise<T> {
  return new Promise((resolve, reject) => {
    const path = `/${question}?argument=${encodeURIComponent(argument)}`
    get({ socketPath: join(folder, `${pid}.sock`), path, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(text) as T)
        else reject(new Error(`the probe of ${pid} says: ${text}`))
      })
    }).on('error', reject)
  })
}

/** Bytes of heap in use after a full collection. */
export async function heapOf(pid: number): Promise<number> {
  return (await ask<NodeJS.MemoryUsage>(pid, 'heap')).heapUsed
}

export interface Blocks {
  clockMs: number
  cpuMs: number
}

/** Looks at the event loop while `work` goes on; resolves with its longest block. */
export async function blocksDuring(pid: number, work: () => Promise<unknown>): Promise<Blocks> {
  await ask(pid, 'look')
  await work()
  return await ask<Blocks>(pid, 'blocks')
}

/** Writes a CPU profile of that process, for as long as `work` goes on, to `path`. */
export async function profileDuring<T>(pid: number, path: string, work: () => Promise<T>): Promise<T> {
  await ask(pid, 'profile')
  const result = await work()
  await ask(pid, 'saveProfile', path)
  return result
}
