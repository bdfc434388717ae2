/** What every concern of the editors' socket is given. */
import type { Database, Logger } from '@anawim/db'
import { closeCodes, type CloseCode } from '@anawim/lesson'
import type { CollabConfig } from '../config.ts'
import type { UpdateWriter } from '../log/update-writer.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { EditorSession } from './editor-session.ts'

export interface EditorsDeps {
  db: Database
  config: CollabConfig
  log: Logger
  rooms: Rooms
  writer: UpdateWriter
  /** All who are in a lesson now. */
  sessions: Set<EditorSession>
  /** May editors be served: do we hold the lock, and are we not stopping? */
  isOpen(): boolean
}

const names = new Map<number, string>(Object.entries(closeCodes).map(([name, code]) => [code, name]))

/** What stands beside a close code: its name in `close-codes.ts`. */
export function closeReason(code: CloseCode): string {
  return names.get(code) ?? ''
}
