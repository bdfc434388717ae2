/** The viewers' hub: Socket.IO, who watches what, and notices of what changed. */
import { Server as HttpServer } from 'node:http'
import { createPace, type AnawimEvent, type Database, type Logger } from '@anawim/db'
import type { LessonFacts } from '@anawim/lesson'
import { Server } from 'socket.io'
import type { CollabConfig } from '../config.ts'
import type { Reader } from '../reading/reader.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { Routes } from '../upgrade-router.ts'
import { ActivityWatch, type Editing } from './activity-watch.ts'
import { forgetRequest, takeUpgrade } from './forget-request.ts'
import { createLessonSource } from './lesson-source.ts'
import { LiveLessons } from './live-lessons.ts'
import { LiveMotions } from './live-motions.ts'
import { Notices } from './notices.ts'
import { preparedParser } from './prepared.ts'
import { authenticateViewers, createRenewing, watchViewerTokens } from './viewer-auth.ts'
import type { ViewerServer } from './viewer-socket.ts'
import { createWatching, unwatching, type WatchingDeps } from './watching.ts'
import { Withdrawal } from './withdrawal.ts'

export interface ViewersDeps {
  db: Database
  config: CollabConfig
  log: Logger
  rooms: Rooms
  reader: Reader
  /** All who have a lesson open in an editor. */
  editing: Editing
}

export interface Viewers {
  upgrade: Routes['viewers']
  poll: Routes['poll']
  /** Connections that are open. */
  count(): number
  close(): Promise<void>
}

/** What a lesson was to its readers before that change, as far as the change says so. */
const factsBefore: Partial<Record<string, Partial<LessonFacts>>> = {
  unpublished: { status: 'published' },
  trashed: { isDeleted: false },
  restored: { isDeleted: true },
}

/** Of a class that comes in at once, as many steps are taken in one turn of the event loop. */
const PER_TURN = 5

export function createViewers({ db, config, log, rooms, reader, editing }: ViewersDeps): Viewers {
  // Upgrades and polls come through our router, so Socket.IO is given a server of its own that never listens.
  const io: ViewerServer = new Server(new HttpServer(), {
    path: '/socket.io',
    serveClient: false,
    destroyUpgrade: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: config.viewerFrameBytes,
    parser: preparedParser,
  })
  const lessons = new LiveLessons(io, createLessonSource(db, rooms), reader, config, log)
  const pace = createPace(PER_TURN)
  const motions = new LiveMotions(io, rooms, lessons, config)
  const deps: WatchingDeps = { db, config, log, lessons, motions, pace }
  const withdrawal = new Withdrawal(io, deps)
  const activity = new ActivityWatch(io, { db, config, log, editing })
  const overseeing = activity.listeners()
  const notices = new Notices(io, db, config)
  const fenced = (work: Promise<void>) => {
    work.catch((error: unknown) => log.warn({ err: error }, 'viewers could not be told of a change'))
  }

  let accountChanges = 0
  authenticateViewers(io, { db, config, log, pace, accountChanges: () => accountChanges })
  const offTokens = watchViewerTokens(io)
  const [watching, renewing] = [createWatching(deps), createRenewing(db, log)]
  io.on('connection', (socket) => {
    forgetRequest(socket)
    socket.on('lesson:watch', watching)
    socket.on('lesson:unwatch', unwatching)
    socket.on('auth:renew', renewing)
    socket.on('activity:watch', overseeing.watching)
    socket.on('activity:unwatch', overseeing.unwatching)
    // The token was judged while the socket was not yet among those that events find: what was heard since may have been about it.
    if (socket.data.judgedAt !== accountChanges) fenced(withdrawal.judgeToken(socket))
  })
  rooms.onChange((lessonId) => lessons.touch(lessonId))
  rooms.onMotion((moved) => motions.take(moved))

  function follow(event: AnawimEvent): void {
    switch (event.type) {
      case 'lesson':
        lessons.storedChanged(event.lessonId)
        fenced(withdrawal.judgeLesson(event.lessonId))
        return fenced(notices.lessonChanged(event.lessonId, factsBefore[event.change]))
      case 'access':
        fenced(withdrawal.judgeLesson(event.lessonId, event.userId))
        return fenced(notices.lessonChanged(event.lessonId, {}, event.userId))
      case 'link':
        accountChanges++
        return withdrawal.endLink(event.lessonId, event.linkId)
      case 'content':
        if (!rooms.get(event.lessonId)) lessons.storedChanged(event.lessonId)
        return fenced(notices.contentChanged(event.lessonId))
      case 'folders':
        return notices.foldersChanged(event.userId)
      case 'user':
        if (event.change === 'registered') return
        accountChanges++
        notices.accountChanged(event.userId)
        return fenced(withdrawal.judgePerson(event.userId, event.change === 'password' || event.change === 'sessions'))
    }
  }
  const offEvents = db.events.on(follow)
  const offReconnect = db.events.onReconnect(() => {
    accountChanges++
    lessons.allChanged()
    fenced(withdrawal.judgeAll())
  })

  return {
    upgrade(request, socket, head) {
      const enter = () => {
        if (!socket.destroyed) takeUpgrade(socket, () => io.engine.handleUpgrade(request, socket, head))
      }
      const turn = pace()
      if (turn) void turn.then(enter)
      else enter()
    },
    poll: (request, response) => io.engine.handleRequest(request, response),
    count: () => io.engine.clientsCount,
    async close() {
      offEvents()
      offReconnect()
      offTokens()
      lessons.end()
      motions.end()
      notices.end()
      activity.end()
      await io.close()
    },
  }
}
