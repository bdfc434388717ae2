import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ApiError } from '../../http/api-error.ts'
import { cleanName } from '../clean-name.ts'
import type { Upload } from '../receive-upload.ts'
import { chooseAddress, internet, readAddress, type Network } from './choose-address.ts'

const REDIRECTS = 5

export interface FetchLimits {
  limitBytes: number
  /** For all of it: looking up names, redirects, the last byte. */
  seconds: number
}

/**
 * The file at an address of the internet, on disk until `discard` is called. Each redirect is judged as the first address was.
 * Throws ApiErrors: 422 `address_refused` (not http, not public), `address_failed` (no answer, not in time), 413 `too_large`.
 */
export async function fetchFile(address: string, limits: FetchLimits, network: Network = internet): Promise<Upload> {
  const signal = AbortSignal.timeout(limits.seconds * 1_000)
  const folder = await mkdtemp(join(tmpdir(), 'anawim-import-'))
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'file')
    const url = await follow(readAddress(address), network, signal, (response) =>
      save(response, path, limits.limitBytes, signal),
    )
    return { path, originalFilename: nameIn(url), discard }
  } catch (error) {
    await discard()
    if (error instanceof ApiError) throw error
    throw new ApiError('address_failed', signal.aborted ? 'It took too long.' : 'The server there did not answer well.')
  }
}

/** Answers the address that had the file at last. */
async function follow(
  first: URL,
  network: Network,
  signal: AbortSignal,
  take: (response: http.IncomingMessage) => Promise<void>,
): Promise<URL> {
  let url = first
  for (let hops = 0; hops <= REDIRECTS; hops++) {
    const address = await inTime(chooseAddress(url, network), signal)
    const response = await request(url, address, signal)
    const { statusCode = 0, headers } = response
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy()
      url = readAddress(headers.location, url)
      continue
    }
    if (statusCode !== 200) {
      response.destroy()
      throw new ApiError('address_failed', `The server there answered ${statusCode}.`)
    }
    await take(response)
    return url
  }
  throw new ApiError('address_failed', 'It leads on and on.')
}

function request(url: URL, address: string, signal: AbortSignal): Promise<http.IncomingMessage> {
  const { request: start } = url.protocol === 'https:' ? https : http
  const pinned = { address, family: isIP(address) }
  return new Promise((resolve, reject) => {
    start(url, {
      signal,
      agent: false,
      // Never packed: what unpacks to gigabytes would have to be unpacked to be noticed.
      headers: { accept: 'image/*,video/*,audio/*', 'accept-encoding': 'identity', 'user-agent': 'Anawim' },
      lookup: (_host, options, done) =>
        options.all ? done(null, [pinned]) : done(null, pinned.address, pinned.family),
    })
      .on('response', resolve)
      .on('error', reject)
      // Whoever answers with another protocol has given no answer.
      .on('close', () => reject(new Error('closed without an answer')))
      .end()
  })
}

async function save(
  response: http.IncomingMessage,
  path: string,
  limitBytes: number,
  signal: AbortSignal,
): Promise<void> {
  const tooLarge = () => new ApiError('too_large', `The file is larger than ${limitBytes} bytes.`)
  if (Number(response.headers['content-length'] ?? 0) > limitBytes) {
    response.destroy()
    throw tooLarge()
  }
  let bytes = 0
  async function* counted(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > limitBytes) throw tooLarge()
      yield chunk
    }
  }
  await pipeline(response, counted, createWriteStream(path), { signal })
}

/** Looking up a name cannot be called off; waiting for it can. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
  return Promise.race([work, late])
}

function nameIn({ pathname, hostname }: URL): string {
  const name = basename(pathname)
  try {
    return cleanName(decodeURIComponent(name) || hostname)
  } catch {
    return cleanName(name)
  }
}
