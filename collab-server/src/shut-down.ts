/** Stops in order: no more edits, everything committed, JSON written, and all of that within the time. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '@anawim/db'
import { closeCodes } from '@anawim/lesson'
import type { CollabConfig } from './config.ts'
import type { EditorsEndpoint } from './editors/mount.ts'
import type { UpdateWriter } from './log/update-writer.ts'
import type { Rooms } from './rooms/rooms.ts'
import type { Viewers } from './viewers/viewers.ts'

interface Running {
  config: CollabConfig
  log: Logger
  writer: UpdateWriter
  rooms: Rooms
  editors: EditorsEndpoint
  viewers: Viewers
}

export async function shutDown({ config, log, writer, rooms, editors, viewers }: Running): Promise<void> {
  editors.closeAll(closeCodes.tryLater, 'the server stops')
  const flush = async () => {
    await writer.settled()
    await rooms.flushProjections()
    await rooms.emptied()
    await rooms.projector.finished()
    return true
  }
  const late = new AbortController()
  const isFlushed = await Promise.race([
    flush().finally(() => late.abort()),
    delay(config.shutdownMs, false, { signal: late.signal }).catch(() => false),
  ])
  // What is not committed was never shown as saved: its editors still have it, and send it again.
  if (!isFlushed) log.error({ pending: writer.pendingCount }, 'stopped before everything could be written')
  writer.stop()
  rooms.end()
  // Who came in the meantime and has not said who they are.
  editors.closeAll(closeCodes.tryLater, 'the server stops')
  await viewers.close()
}
