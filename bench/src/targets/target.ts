/** A server that is measured. */
import type { EditorDoor, ViewerDoor } from '../load/door.ts'

export const targetNames = ['anawim', 'relay', 'floor', 'hocuspocus', 'y-websocket', 'tldraw', 'socket.io'] as const
export type TargetName = (typeof targetNames)[number]

export interface Target {
  name: TargetName
  /** Of the serving process, whose processor time and memory count. */
  pid: number
  /** Of PostgreSQL's first process, if there is one. */
  databasePid: number | null
  /** Makes that many lessons of `elements` rectangles each; answers how to come in. */
  open(lessons: number): Promise<Doors[]>
  stop(): Promise<void>
}

export interface Doors {
  editor: EditorDoor
  /** Where there is none, who looks comes in as an editor. */
  viewer: EditorDoor | ViewerDoor | null
}

export interface TargetOptions {
  /** Rectangles in each lesson. */
  elements: number
  /** More environment of the server. */
  env?: Record<string, string>
}
