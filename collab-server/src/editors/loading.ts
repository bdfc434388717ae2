/** Loads a lesson's document from the log, and unloads it only when nothing of it waits for its commit. */
import { setTimeout as delay } from 'node:timers/promises'
import { closeCodes } from '@anawim/lesson'
import { migrateDoc } from '@anawim/lesson/doc'
import type { Extension } from '@hocuspocus/server'
import { fillDocument } from '../rooms/load-lesson.ts'
import type { EditorContext } from './editor-session.ts'
import type { EditorsDeps } from './editors.ts'
import { Halt } from './fence.ts'

export function loading({ db, config, log, rooms, writer }: EditorsDeps): Extension<EditorContext> {
  return {
    async onLoadDocument({ document, documentName, context }) {
      const lessonId = Number(documentName)
      const load = async () => {
        // A document that was thrown away may have left rows behind that are on their way.
        await writer.settled(lessonId)
        return db.updates.load(lessonId)
      }
      const tooLate = new AbortController()
      const stored = await Promise.race([
        load().finally(() => tooLate.abort()),
        delay(config.loadMs, 'late' as const, { signal: tooLate.signal }).catch(() => 'late' as const),
      ])
      if (stored === 'late') throw new Error(`lesson ${lessonId} could not be loaded in time`)
      if (!stored) {
        context.socket.close(closeCodes.gone, 'gone')
        throw new Halt('gone')
      }
      fillDocument(document, stored, log)
      const { lastId, baseId } = stored
      rooms.open(document, lessonId, { ids: stored.updates.map(({ id }) => id), lastId, baseId })
      // From here on every change is logged, so a migration is as durable as an edit.
      migrateDoc(document)
      document.flush()
    },

    async beforeUnloadDocument({ document, instance, documentName }) {
      // Hocuspocus would forget a newer document of this name together with an evicted one.
      if (instance.documents.get(documentName) !== document) throw new Halt('evicted')
      if (!(await rooms.prepareUnload(document))) throw new Halt('not saved yet')
    },
  }
}
