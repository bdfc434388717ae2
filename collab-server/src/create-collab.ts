/** Composes the collab server: everything is made here and handed to who needs it. */
import type { Server } from 'node:http'
import type { Database, Logger } from '@anawim/db'
import { closeCodes } from '@anawim/lesson'
import type { CollabConfig } from './config.ts'
import { watchAccess } from './editors/access-watch.ts'
import type { EditorSession } from './editors/editor-session.ts'
import type { EditorsDeps } from './editors/editors.ts'
import { mountEditors } from './editors/mount.ts'
import { collabFigures, type Figure } from './figures.ts'
import { LockKeeper } from './lock/lock-keeper.ts'
import { UpdateWriter } from './log/update-writer.ts'
import { Reader } from './reading/reader.ts'
import { Rooms } from './rooms/rooms.ts'
import { shutDown } from './shut-down.ts'
import { attachRoutes } from './upgrade-router.ts'
import { createViewers } from './viewers/viewers.ts'

export interface CollabDeps {
  db: Database
  config: CollabConfig
  log: Logger
}

export interface Collab {
  /** Takes the upgrades of this server, and its requests under /socket.io. Give it its request listener before. */
  attach(server: Server): void
  /** The lock is held, and what the last server left unwritten is being written. */
  isReady(): boolean
  /** For `/metrics`, as they are now. */
  figures(): Figure[]
  /** Commits what is held, within `COLLAB_SHUTDOWN_MS`, and closes every socket. */
  close(): Promise<void>
}

/** Waits for another collab server of this database to leave. Throws AlreadyServedError when it stays. */
export async function createCollab({ db, config, log }: CollabDeps): Promise<Collab> {
  let isStopping = false
  const lock = new LockKeeper(db, config, log, {
    onTaken() {
      for (const room of rooms.all()) rooms.evict(room, closeCodes.tryLater, 'another server')
      editors.closeAll(closeCodes.tryLater, 'another server')
    },
    onRegained() {
      void rooms.projector.startAgain()
    },
  })
  const writer = new UpdateWriter(db, config, log)
  const reader = new Reader(config, log)
  const rooms = new Rooms({ db, config, log, reader, isLeader: () => lock.isHeld }, writer)
  const sessions = new Set<EditorSession>()
  const editorsDeps: EditorsDeps = {
    db,
    config,
    log,
    rooms,
    writer,
    sessions,
    isOpen: () => lock.isOurs && !isStopping,
  }
  const editors = mountEditors(editorsDeps)
  const viewers = createViewers({
    db,
    config,
    log,
    rooms,
    reader,
    editing: () => [...sessions].map(({ grant }) => grant),
  })

  await lock.acquire().catch(async (error: unknown) => {
    await reader.end()
    throw error
  })
  const offAccess = watchAccess(editorsDeps)
  await rooms.projector.start().catch(async (error: unknown) => {
    await lock.release()
    await reader.end()
    throw error
  })

  return {
    attach: (server) => {
      const routes = { editors: editors.upgrade, viewers: viewers.upgrade, poll: viewers.poll }
      attachRoutes(server, routes, config.allowedOrigins)
    },
    isReady: () => lock.isOurs && !isStopping,
    figures: () => collabFigures({ rooms, sessions, writer, viewers, reader }),
    async close() {
      if (isStopping) return
      isStopping = true
      offAccess()
      await shutDown({ config, log, writer, rooms, editors, viewers })
      await lock.release()
      await reader.end()
    },
  }
}
