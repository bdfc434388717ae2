import type { Media } from '@anawim/api/contract'
import { describe, expect, it } from 'vitest'
import { createUploadQueue } from '../../src/media/upload/upload-queue.ts'
import { ApiError } from '../../src/session/api-error.ts'

/** A server that answers when it is told to, and remembers what it was sent. */
function server() {
  const sent: { name: string; arrive: () => void; fail: () => void; progress: (share: number) => void }[] = []
  const aborted: string[] = []
  const queue = createUploadQueue((file, progress, signal) => {
    signal.addEventListener('abort', () => aborted.push(file.name))
    return new Promise((resolve, reject) => {
      sent.push({
        name: file.name,
        progress,
        arrive: () => resolve({ id: sent.length, original_filename: file.name } as Media),
        fail: () => reject(new ApiError('unreachable', 0)),
      })
    })
  })
  const told = () => queue.uploads.get().map(({ name, error }) => (error === null ? name : `${name}!`))
  const settled = () => new Promise((resolve) => setTimeout(resolve))
  return { sent, aborted, queue, told, settled }
}

const files = (...names: string[]) => names.map((name) => new File(['x'], name))

describe('files on their way to the server', () => {
  it('go two at a time, and each is handed over with its place among them', async () => {
    const { sent, queue, told, settled } = server()
    const arrived: string[] = []
    const all = queue.add(files('a', 'b', 'c'), (media, index) => arrived.push(`${media.original_filename}${index}`))
    expect(sent.map(({ name }) => name)).toEqual(['a', 'b'])
    sent[1]?.arrive()
    await settled()
    expect([sent.length, told()]).toEqual([3, ['a', 'c']])
    sent[0]?.arrive()
    sent[2]?.arrive()
    await all
    expect([arrived, told()]).toEqual([['b1', 'a0', 'c2'], []])
  })

  it('are stopped when nobody wants them, and the next one goes', async () => {
    const { sent, aborted, queue, told } = server()
    const arrived: string[] = []
    const all = queue.add(files('a', 'b', 'c'), (media) => arrived.push(media.original_filename))
    const [first] = queue.uploads.get()
    queue.cancel(first?.id ?? '')
    expect([aborted, sent.map(({ name }) => name), told()]).toEqual([['a'], ['a', 'b', 'c'], ['b', 'c']])
    sent[0]?.fail()
    sent[1]?.fail()
    sent[2]?.arrive()
    await all
    expect([arrived, told()]).toEqual([['c'], ['b!']])
  })

  it('that failed stay to be seen until they are tried again or put away', async () => {
    const { sent, queue, told, settled } = server()
    const arrived: string[] = []
    const all = queue.add(files('a', 'b'), (media) => arrived.push(media.original_filename))
    for (const { fail } of sent) fail()
    await all
    expect(told()).toEqual(['a!', 'b!'])
    const [first, second] = queue.uploads.get()
    queue.retry(first?.id ?? '')
    queue.cancel(second?.id ?? '')
    expect([sent.length, told()]).toEqual([3, ['a']])
    sent[2]?.arrive()
    await settled()
    expect([arrived, told()]).toEqual([['a'], []])
  })
})
