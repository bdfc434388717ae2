/** The others, and the floors: processes of `bench/peers`. */
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLogger } from '@anawim/db'
import { startEmbedded } from '@anawim/db/embedded'
import { createDocState } from '@anawim/lesson/doc'
import { lessonContent } from '../lesson-content.ts'
import type { EditorProtocol } from '../load/door.ts'
import { probeEnvironment } from '../machine/ask-probe.ts'
import type { Doors, Target, TargetName, TargetOptions } from './target.ts'

interface Ready {
  port: number
  /** What a client must say first. */
  hello?: string
}

const protocols: Partial<Record<TargetName, EditorProtocol>> = {
  relay: 'relay',
  hocuspocus: 'hocuspocus',
  'y-websocket': 'y-websocket',
  floor: 'y-websocket',
  tldraw: 'tldraw',
}

/** Starts `bench/peers/src/NAME.mjs`; resolves when it listens. */
export function startPeer(name: string, env: Record<string, string> = {}): Promise<{ child: ChildProcess } & Ready> {
  const path = fileURLToPath(new URL(`../../peers/src/${name}.mjs`, import.meta.url))
  const child = fork(path, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
    env: { ...process.env, ...env },
  })
  return new Promise((resolve, reject) => {
    child.once('message', (ready: Ready) => resolve({ child, ...ready }))
    child.once('exit', (code) => reject(new Error(`the peer ${name} ended with ${code}`)))
  })
}

/** A stock server with lessons like ours. */
export async function startTheirs(name: TargetName, { elements, env }: TargetOptions): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), 'anawim-peer-'))
  const state = join(folder, 'state')
  writeFileSync(state, createDocState(lessonContent(elements)))
  const postgres = name === 'floor' ? await startEmbedded(folder, createLogger('floor')) : null
  const { child, port, hello } = await startPeer(name.replace('.', '-'), {
    BENCH_STATE: state,
    BENCH_ELEMENTS: String(elements),
    ...(postgres && { BENCH_DATABASE: postgres.url }),
    ...probeEnvironment,
    ...env,
  })
  const protocol = protocols[name] ?? 'relay'
  function doorOf(number: number): Doors {
    const editor = { protocol, url: `ws://127.0.0.1:${port}`, name: String(number + 1), token: hello ?? 'none' }
    const lessonId = number + 1
    if (name === 'floor') return { editor, viewer: { ...editor, name: `v${lessonId}` } }
    const isSocketIo = name === 'socket.io'
    const viewer = { protocol: 'viewer', url: `http://127.0.0.1:${port}`, lessonId, token: 'none' } as const
    return { editor, viewer: isSocketIo ? viewer : null }
  }
  return {
    name,
    pid: child.pid ?? 0,
    databasePid: null,
    open: (lessons) => Promise.resolve(Array.from({ length: lessons }, (_, number) => doorOf(number))),
    async stop() {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.kill('SIGKILL')
      await ended
      await postgres?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
