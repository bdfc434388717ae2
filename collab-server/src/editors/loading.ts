/** Loads a lesson's document from the log, and unloads it only when nothing of it waits for its commit. */
import { setTimeout as delay } from 'node:timers/promises'
import type { LoadedLog } from '@anawim/db'
import { closeCodes } from '@anawim/lesson'
import { migrateDoc } from '@anawim/lesson/doc'
import type { Document, Extension } from '@hocuspocus/server'
import { dropParked } from '../log/update-frontier.ts'
import { fillDocument } from '../rooms/load-lesson.ts'
import type { EditorContext } from './editor-session.ts'
import { closeReason, type EditorsDeps } from './editors.ts'
import { Halt } from './fence.ts'

const DAY = 86_400_000

/** There is no such lesson (any more). */
class LessonGone extends Error {
  override name = 'LessonGone'
}

/** All that the document was made from; null when some of it was left out, so that only the document itself says what it holds. */
function allTaken({ snapshot, updates }: LoadedLog, takenIds: string[]): Uint8Array[] | null {
  if (takenIds.length < updates.length) return null
  return [...(snapshot ? [snapshot] : []), ...updates.map(({ update }) => update)]
}

export function loading({ db, config, log, rooms, writer, sessions }: EditorsDeps): Extension<EditorContext> {
  async function load(document: Document, lessonId: number): Promise<void> {
    const read = async () => {
      // A document that was thrown away may have left rows behind that are on their way.
      await writer.settled(lessonId)
      return Promise.all([db.updates.load(lessonId), db.clients.load(lessonId)])
    }
    const inTime = new AbortController()
    const tooLate = async () => {
      await delay(config.loadMs, undefined, { signal: inTime.signal })
      throw new Error(`lesson ${lessonId} could not be loaded in time`)
    }
    const [stored, clients] = await Promise.race([read(), tooLate()]).finally(() => inTime.abort())
    if (!stored) throw new LessonGone()
    const ids = fillDocument(document, stored, log)
    // What builds on nothing is neither shown to anybody nor counted; it stays in its rows.
    dropParked(document)
    // Hocuspocus has put all of it up for broadcast. There is nobody yet, and who comes gets it by the first sync.
    document.flush()
    const { lastId, baseId } = stored
    const bytes = stored.updates.reduce((sum, { update }) => sum + update.byteLength, stored.snapshot?.byteLength ?? 0)
    const rows = { ids, lastId, baseId, bytes, updates: allTaken(stored, ids) }
    const room = rooms.open(document, lessonId, rows)
    // Of rows that were left out it cannot be said under which ids they are.
    const unused = rows.updates ? room.clients.unused(clients, new Date(Date.now() - config.clientDays * DAY)) : []
    room.clients.load(clients.filter((client) => !unused.includes(client)))
    void db.clients
      .forget(lessonId, unused)
      .catch((error: unknown) => log.warn({ err: error, lessonId }, 'old ids stay'))
    // From here on every change is logged, so a migration is as durable as an edit.
    migrateDoc(document)
    document.flush()
  }

  return {
    async onLoadDocument({ document, documentName }) {
      const lessonId = Number(documentName)
      try {
        await load(document, lessonId)
      } catch (error) {
        const code = error instanceof LessonGone ? closeCodes.gone : closeCodes.tryLater
        log.error({ err: error, lessonId }, 'a lesson could not be loaded')
        // Others may have come while it was loading. Hocuspocus tells them nothing that makes them come again.
        for (const { grant, connection, socket } of sessions) {
          if (grant.lessonId === lessonId && !connection) socket.close(code, closeReason(code))
        }
        throw new Halt(closeReason(code))
      }
    },

    async beforeUnloadDocument({ document, instance, documentName }) {
      // Hocuspocus would forget a newer document of this name together with an evicted one.
      if (instance.documents.get(documentName) !== document) throw new Halt('evicted')
      if (!(await rooms.prepareUnload(document))) throw new Halt('not saved yet')
    },
  }
}
