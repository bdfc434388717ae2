import { encodeMotion, motionAddress, readMotions, type Motion } from '@anawim/lesson'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { connectEditor } from './connect-editor.ts'

export function motionFrame(lessonId: number, motion: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, motionAddress(String(lessonId)))
  encoding.writeUint8Array(encoder, motion)
  return encoding.toUint8Array(encoder)
}

/** An editor whose client knows motions, with what it has seen of others. */
export async function connectMover(
  server: Parameters<typeof connectEditor>[0],
  user: Parameters<typeof connectEditor>[1],
  lessonId: number,
  pageId = 'p1',
) {
  const editor = await connectEditor(server, user, lessonId)
  const frames: Uint8Array[] = []
  /** The newest of each, and all in turn. */
  const seen = new Map<number, Motion>()
  const all: Motion[] = []
  editor.socket.on('message', ({ data }: { data: ArrayBuffer }) => {
    const decoder = decoding.createDecoder(new Uint8Array(data))
    if (decoding.readVarString(decoder) !== motionAddress(String(lessonId))) return
    frames.push(decoder.arr)
    for (const [id, motion] of readMotions(decoder.arr.subarray(decoder.pos)) ?? []) {
      seen.set(id, motion)
      all.push(motion)
    }
  })
  const move = (motion: Motion) => editor.socket.send(motionFrame(lessonId, encodeMotion(motion)))
  editor.provider.setAwarenessField('pageId', pageId)
  move({ cursor: null, boxes: new Map() })
  return { ...editor, frames, seen, all, move }
}
