import type { Database, UserRow } from '@anawim/db'
import {
  applyChanges,
  type ReaderView,
  type ServerToViewer,
  type ViewerToServer,
  type WatchAnswer,
} from '@anawim/lesson'
import { io, type Socket } from 'socket.io-client'
import type { RunningCollab } from './start-collab.ts'
import { until } from './until.ts'

type Patch = Parameters<ServerToViewer['lesson:patch']>[0]
type Gone = Parameters<ServerToViewer['lesson:gone']>[0]

export async function accessToken(db: Database, user: UserRow): Promise<string> {
  return (await db.tokens.signAccess((await db.users.byId(user.id)) ?? user)).token
}

interface BareSocket {
  emit: (event: string, ...args: unknown[]) => void
  emitWithAck: (event: string, ...args: unknown[]) => Promise<unknown>
}

/** A Socket.IO client as the viewer's page has it, keeping what it is told. */
export async function connectViewer(server: RunningCollab, user: UserRow, token?: string) {
  const socket: Socket<ServerToViewer, ViewerToServer> = io(`http://${server.host}`, {
    auth: { token: token ?? (await accessToken(server.db, user)) },
    forceNew: true,
    reconnection: false,
  })
  const patches: Patch[] = []
  const gone: Gone[] = []
  const listsChanged: number[] = []
  let accountChanged = 0
  const events: string[] = []
  socket.on('lesson:patch', (patch) => {
    events.push('patch')
    patches.push(patch)
  })
  socket.on('lesson:gone', (message) => gone.push(message))
  socket.on('lessons:changed', ({ lessonId }) => listsChanged.push(lessonId))
  socket.on('account:changed', () => accountChanged++)
  const refused = await new Promise<Error | null>((resolve) => {
    socket.once('connect', () => resolve(null))
    socket.once('connect_error', (error) => resolve(error))
  })

  return {
    socket,
    /** Whatever a hostile page would send. */
    bare: socket as unknown as BareSocket,
    refused,
    patches,
    gone,
    listsChanged,
    events,
    accountChanges: () => accountChanged,
    watch(lessonId: number, version?: string): Promise<WatchAnswer> {
      const request = version === undefined ? { lessonId } : { lessonId, version }
      return new Promise((resolve) => {
        socket.emit('lesson:watch', request, (answer) => {
          events.push('answer')
          resolve(answer)
        })
      })
    },
    whenClosed: (ms?: number) => until('the socket is closed', () => socket.disconnected, ms),
    leave: () => socket.disconnect(),
  }
}
export type Viewer = Awaited<ReturnType<typeof connectViewer>>

/** What a page shows that was given this answer, and these patches after it. Fails when they do not follow one another. */
export function shown(answer: WatchAnswer, patches: Patch[]): ReaderView & { version: string } {
  if (!answer.ok || !('content' in answer)) throw new Error('no content was given')
  let view: ReaderView = { title: answer.title, content: answer.content }
  let { version } = answer
  for (const patch of patches) {
    if (patch.from !== version) throw new Error('a patch does not follow')
    view = applyChanges(view, patch.changes)
    version = patch.to
  }
  return { ...view, version }
}
