import type { Media } from '@anawim/api/contract'
import { newId } from '@anawim/lesson'
import { createValue, type Value } from '../session/value.ts'

/** One picture on its way to the server. `share` is 0 to 1. */
export interface Upload {
  id: string
  name: string
  share: number
  error: unknown
}

export interface UploadQueue {
  uploads: Pick<Value<readonly Upload[]>, 'get' | 'subscribe'>
  /** Uploads them one after the other; `onDone` gets each as it arrives. Failures stay in the list until dismissed. */
  add: (files: readonly File[], onDone: (media: Media, index: number) => void) => Promise<void>
  dismiss: (id: string) => void
}

type Send = (file: File, onProgress: (share: number) => void) => Promise<Media>

export function createUploadQueue(send: Send): UploadQueue {
  const uploads = createValue<readonly Upload[]>([])
  const change = (id: string, patch: Partial<Upload>) =>
    uploads.set(uploads.get().map((upload) => (upload.id === id ? { ...upload, ...patch } : upload)))
  const dismiss = (id: string) => uploads.set(uploads.get().filter((upload) => upload.id !== id))
  return {
    uploads,
    dismiss,
    async add(files, onDone) {
      const waiting = files.map((file) => ({ id: newId(), name: file.name, share: 0, error: null, file }))
      uploads.set([...uploads.get(), ...waiting])
      for (const [index, { id, file }] of waiting.entries()) {
        try {
          const media = await send(file, (share) => change(id, { share }))
          dismiss(id)
          onDone(media, index)
        } catch (error) {
          change(id, { error })
        }
      }
    },
  }
}
