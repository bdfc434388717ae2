import type { Media } from '@anawim/api/contract'
import { newId } from '@anawim/lesson'
import { createValue, type Value } from '../../editor/session/value.ts'

/** Files that are sent at the same time; the others wait. */
const AT_ONCE = 2

/** One file on its way to the server. `share` is 0 to 1. */
export interface Upload {
  id: string
  name: string
  share: number
  /** Null while nothing went wrong. */
  error: unknown
}

export interface UploadQueue {
  uploads: Pick<Value<readonly Upload[]>, 'get' | 'subscribe'>
  /**
   * Uploads them; `onDone` gets each as it arrives, with its place among the files. Failures stay in the list until they are
   * cancelled or tried again. Resolves when each has arrived, failed or was cancelled.
   */
  add: (files: readonly File[], onDone: (media: Media, index: number) => void) => Promise<void>
  /** Stops it, or puts a failed one away. */
  cancel: (id: string) => void
  /** Sends a failed one once more. */
  retry: (id: string) => void
}

/** Sends one file. Rejects with an ApiError; `signal` ends it. */
export type SendFile = (file: File, onProgress: (share: number) => void, signal: AbortSignal) => Promise<Media>

interface Job {
  file: File
  onDone: (media: Media) => void
  settle: () => void
  /** Null while it waits, and after it has failed. */
  sending: AbortController | null
}

export function createUploadQueue(send: SendFile): UploadQueue {
  const uploads = createValue<readonly Upload[]>([])
  const jobs = new Map<string, Job>()
  const change = (id: string, patch: Partial<Upload>) =>
    uploads.set(uploads.get().map((upload) => (upload.id === id ? { ...upload, ...patch } : upload)))
  const drop = (id: string) => {
    jobs.delete(id)
    uploads.set(uploads.get().filter((upload) => upload.id !== id))
  }
  const run = async (id: string, job: Job, sending: AbortController) => {
    try {
      const media = await send(job.file, (share) => change(id, { share }), sending.signal)
      if (sending.signal.aborted) return
      drop(id)
      job.onDone(media)
    } catch (error) {
      if (!sending.signal.aborted) change(id, { error })
    } finally {
      job.sending = null
      job.settle()
      startNext()
    }
  }
  const startNext = () => {
    const failed = new Set(uploads.get().flatMap(({ id, error }) => (error === null ? [] : [id])))
    let free = AT_ONCE - [...jobs.values()].filter(({ sending }) => sending).length
    for (const [id, job] of jobs) {
      if (free <= 0) return
      if (job.sending || failed.has(id)) continue
      free--
      job.sending = new AbortController()
      void run(id, job, job.sending)
    }
  }
  return {
    uploads,
    async add(files, onDone) {
      const added = files.map((file) => ({ id: newId(), name: file.name, share: 0, error: null }))
      const settled = files.map(
        (file, index) =>
          new Promise<void>((settle) => {
            const id = added[index]?.id ?? ''
            jobs.set(id, { file, settle, sending: null, onDone: (media) => onDone(media, index) })
          }),
      )
      uploads.set([...uploads.get(), ...added])
      startNext()
      await Promise.all(settled)
    },
    cancel(id) {
      const job = jobs.get(id)
      drop(id)
      job?.sending?.abort()
      job?.settle()
      startNext()
    },
    retry(id) {
      change(id, { error: null, share: 0 })
      startNext()
    },
  }
}
