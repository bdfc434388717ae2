import type { SaveState } from '../connection/save-state.ts'
import type { Room } from '../together/room.ts'
import type { UploadQueue } from '../../media/upload/upload-queue.ts'
import type { EditorSession } from './session.ts'
import type { Value } from './value.ts'

/** Everything that commands, tools and panels work with. One an open lesson. */
export interface Editor {
  session: EditorSession
  /** The others in this lesson; null where there is no server (the gallery). */
  room: Room | null
  saving: Pick<Value<SaveState>, 'get' | 'subscribe'>
  /** Would unsaved edits survive a reload of this page? */
  keeping: Pick<Value<boolean>, 'get' | 'subscribe'>
  uploads: UploadQueue
  lesson: { id: number; title: Value<string> }
  /** Tells something that went well or did not, with one thing that can be done about it. */
  tell: (message: Message) => void
}

export interface Message {
  text: string
  tone: 'good' | 'bad' | 'plain'
  /** Of what is not told a second time while it is to be seen. */
  id?: string
  /** Stands until it is put away: who comes back later must read it too. */
  stays?: boolean
  action?: { label: string; run: () => void }
}
