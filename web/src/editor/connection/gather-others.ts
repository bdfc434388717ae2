import type { HocuspocusProvider } from '@hocuspocus/provider'
import { transact, type Doc } from 'yjs'
import { frameKind } from './frame-kind.ts'

/** Milliseconds after an edit of one's own in which the next one is near: one types, or draws. */
const BUSY = 300
/** Milliseconds that others' work waits for it at most. */
const PATIENCE = 150

export interface Gathering {
  /** One has made an edit. */
  edited: () => void
  stop: () => void
}

/**
 * While one edits, what others do comes to sight together, in the frame of one's own next edit: three who type in the same text would
 * otherwise make the page be laid out and painted four times for each letter. Nobody waits who only looks.
 */
export function gatherOthers(provider: Pick<HocuspocusProvider, 'onMessage'>, doc: Doc): Gathering {
  const deliver = provider.onMessage.bind(provider)
  let held: MessageEvent<ArrayBuffer>[] = []
  let editedAt = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  let frame = 0

  const forget = () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    timer = undefined
    frame = 0
  }
  const release = () => {
    forget()
    const events = held
    held = []
    const [updates, presences] = [events.filter(isUpdate), events.filter((event) => !isUpdate(event))]
    transact(doc, () => updates.forEach(deliver), provider, false)
    presences.forEach(deliver)
  }

  provider.onMessage = (event: MessageEvent<ArrayBuffer>) => {
    const kind = frameKind(new Uint8Array(event.data))
    const isOthers = kind === 'update' || kind === 'presence'
    if (!isOthers || (held.length === 0 && performance.now() - editedAt > BUSY)) deliver(event)
    else {
      held.push(event)
      timer ??= setTimeout(release, PATIENCE)
    }
  }
  return {
    edited() {
      editedAt = performance.now()
      // Not at once: an editor of text would not notice what comes in the middle of its own change.
      if (held.length > 0) frame ||= requestAnimationFrame(release)
    },
    stop: forget,
  }
}

const isUpdate = ({ data }: MessageEvent<ArrayBuffer>) => frameKind(new Uint8Array(data)) === 'update'
