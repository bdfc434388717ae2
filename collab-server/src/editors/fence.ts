/**
 * Puts a fence around every hook of an extension. Hocuspocus leaves the promises of some hooks alone, so that one
 * rejection would end the process, and lets others leave a client without an answer.
 */
import type { Logger } from '@anawim/db'
import { closeCodes } from '@anawim/lesson'
import type { Extension, HookName } from '@hocuspocus/server'
import type { EditorContext } from './editor-session.ts'

/** Stops what Hocuspocus is doing, quietly: whoever throws it has closed the WebSocket, or wants it to stay as it is. */
export class Halt extends Error {
  override name = 'Halt'
  /** Hocuspocus prints messages of what hooks throw, and takes `reason` for what it tells the client. */
  override message = ''
  readonly reason: string

  constructor(reason = 'stopped') {
    super()
    this.reason = reason
  }
}

/** After these something else would follow that must not: they reject when they fail. Nobody waits for the others. */
const guards = new Set<HookName>([
  'onConnect',
  'onAuthenticate',
  'onLoadDocument',
  'afterLoadDocument',
  'beforeHandleMessage',
  'beforeHandleAwareness',
  'beforeSync',
  'connected',
  'beforeUnloadDocument',
])

type Hook = (payload: object) => unknown

/** For those who name no deadline, in ms. */
const DEADLINE = 20_000

/** `deadlineMs`: a hook that takes longer counts as failed, and whatever it still does changes nothing of that. */
export function fence(
  name: string,
  extension: Extension<EditorContext>,
  log: Logger,
  deadlineMs = DEADLINE,
): Extension<EditorContext> {
  const entries = Object.entries(extension).map(([hookName, hook]: [string, unknown]) => {
    if (typeof hook !== 'function') return [hookName, hook]
    const fenced = async (payload: object): Promise<unknown> => {
      try {
        return await inTime((hook as Hook)(payload), deadlineMs)
      } catch (error) {
        const isGuard = guards.has(hookName as HookName)
        if (error instanceof Halt && isGuard) throw error
        log.error({ err: error, extension: name, hook: hookName }, 'a hook failed')
        contextOf(payload)?.socket.close(closeCodes.tryLater, 'internal error')
        if (isGuard) throw new Halt('internal error')
        return undefined
      }
    }
    return [hookName, fenced]
  })
  return Object.fromEntries(entries) as Extension<EditorContext>
}

async function inTime(work: unknown, ms: number): Promise<unknown> {
  if (!(work instanceof Promise)) return work
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it hangs for ${ms} ms`)), ms)
  })
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer))
}

function contextOf(payload: object): EditorContext | undefined {
  const carrier = 'connection' in payload ? payload.connection : payload
  const context = typeof carrier === 'object' && carrier !== null && 'context' in carrier ? carrier.context : undefined
  return isEditorContext(context) ? context : undefined
}

function isEditorContext(value: unknown): value is EditorContext {
  return typeof value === 'object' && value !== null && 'socket' in value
}
