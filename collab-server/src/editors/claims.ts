/**
 * Nobody else may learn of a client id before it is durable whose it is: else, when this server is killed right then,
 * another could come back first and write under it. While the database is away, people go on all the same.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { Database } from '@anawim/db'
import type { LessonRoom } from '../rooms/lesson-room.ts'
import type { EditorsDeps } from './editors.ts'

/** Makes durable what is known of a lesson's client ids. */
export async function writeClients(db: Database, { clients, lessonId }: LessonRoom): Promise<void> {
  const unwritten = clients.unwritten()
  await db.clients.put(lessonId, unwritten)
  clients.wrote(unwritten)
}

/** The same, for at most `COLLAB_CLAIM_MS`: what could not be written by then goes with the next row of the log. */
export async function untilClaimed({ db, config, log }: EditorsDeps, room: LessonRoom): Promise<void> {
  const written = writeClients(db, room).catch((error: unknown) => log.warn({ err: error }, 'an id waits for its row'))
  await Promise.race([written, delay(config.claimMs)])
}
