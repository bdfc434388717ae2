import type { Extension } from '@hocuspocus/server'
import { createLogger } from '@anawim/db'
import { closeCodes } from '@anawim/lesson'
import { describe, expect, test } from 'vitest'
import { fence, Halt } from '../src/editors/fence.ts'
import type { EditorContext } from '../src/editors/editor-session.ts'

const log = createLogger('test fence')
log.level = 'silent'

/** Those whose promise Hocuspocus leaves alone: one rejection would end the process. */
const unwatched = [
  'onChange',
  'onDisconnect',
  'onAwarenessUpdate',
  'onStateless',
  'onTokenSync',
  'afterUnloadDocument',
] as const
const guards = [
  'onAuthenticate',
  'onLoadDocument',
  'connected',
  'beforeSync',
  'beforeHandleMessage',
  'beforeUnloadDocument',
] as const

function callHook(hook: keyof Extension, work: () => unknown) {
  const closes: number[] = []
  const socket = { close: (code: number) => closes.push(code) }
  const extension = fence('broken', { [hook]: work } as Extension<EditorContext>, log, 50)
  const fenced: unknown = extension[hook]
  const result: Promise<unknown> = Reflect.apply(fenced as () => Promise<unknown>, null, [{ context: { socket } }])
  return { closes, result }
}

const failures: [string, () => unknown][] = [
  [
    'throws',
    () => {
      throw new Error('broken')
    },
  ],
  ['rejects', () => Promise.reject(new Error('broken'))],
  ['hangs', () => new Promise(() => {})],
]

describe.each(failures)('a hook that %s', (_how, work) => {
  test.each(unwatched)('rejects nothing (%s), and closes the socket', async (hook) => {
    const { closes, result } = callHook(hook, work)
    await expect(result).resolves.toBeUndefined()
    expect(closes).toEqual([closeCodes.tryLater])
  })

  test.each(guards)('lets nothing pass (%s), and closes the socket', async (hook) => {
    const { closes, result } = callHook(hook, work)
    await expect(result).rejects.toThrow(Halt)
    expect(closes).toEqual([closeCodes.tryLater])
  })
})
