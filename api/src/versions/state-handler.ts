import type { PackedSnapshot, SnapshotStore } from '@anawim/db'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { versionRoutes } from '../contract/index.ts'
import { answerNotModified } from '../http/answer-not-modified.ts'
import { ApiError } from '../http/api-error.ts'
import { answered, type Handler } from '../http/handler.ts'
import type { CanvasThread } from '../threads/canvas-thread.ts'

/**
 * A lesson's snapshot as one small file, so that the editors' socket brings only what came after it. It is packed when it is made; what
 * a new lesson begins with is packed here when first asked for, once however many ask, and kept.
 */
export function createStateHandler(
  snapshots: SnapshotStore,
  canvases: CanvasThread,
): Handler<(typeof versionRoutes)['lessonState']> {
  const packing = new Map<string, Promise<Uint8Array>>()

  function packOnce(lessonId: number, { lastId, packed, state }: PackedSnapshot): Promise<Uint8Array> {
    if (packed) return Promise.resolve(packed)
    const key = `${lessonId} ${lastId}`
    const pack = async () => {
      const made = await canvases.run('pack', { packed: null, updates: state ? [state] : [] })
      await snapshots.setPacked(lessonId, lastId, made)
      return made
    }
    const running = packing.get(key) ?? pack().finally(() => packing.delete(key))
    packing.set(key, running)
    return running
  }

  return async ({ params, req, res }) => {
    const held = /^(?:W\/)?"(\d{1,19}-\d{1,19})"$/.exec(req.headers['if-none-match']?.trim() ?? '')?.[1]
    const snapshot = await snapshots.packed(params.id, held)
    if (!snapshot) throw new ApiError('no_state', 'There is no snapshot of this lesson yet.')
    res.vary('Accept-Encoding')
    if (answerNotModified(req, res, `"${snapshot.tag}"`)) return answered
    const packed = await packOnce(params.id, snapshot)
    const isPlain = req.acceptsEncodings('gzip', 'identity') !== 'gzip'
    const bytes = isPlain ? await promisify(gunzip)(packed) : packed
    if (!isPlain) res.set('Content-Encoding', 'gzip')
    res.set('Content-Type', 'application/octet-stream').set('Content-Length', String(bytes.length))
    res.status(200).end(bytes)
    return answered
  }
}
