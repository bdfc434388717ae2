import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { PassThrough, Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { blobNames, isOfMedia } from './blob-path.ts'
import { BucketError, type BlobStore, type S3Settings, type StoredBlob } from './blob-store.ts'
import { exactly } from './exactly.ts'

/** Milliseconds until a bucket's server that does not even take a connection counts as away. */
const CONNECT = 5_000

/** In a bucket: an object is there whole or not at all, and durable when the bucket has answered. Throws BucketErrors. */
export function createS3Blobs({ bucket, endpoint, region, credentials, prefix }: S3Settings): BlobStore {
  const client = new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials ? { credentials } : {}),
    // Checksums in trailers are refused by other servers than Amazon's.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT },
    // What goes wrong is thrown, and told by whoever asked.
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  })
  const place = (path: string) => ({ Bucket: bucket, Key: prefix + blobNames(path).join('/') })

  /** As this bucket's own: a socket's codes are the same when a database is away. */
  function explained(error: unknown): Error {
    if (error instanceof NotFound || error instanceof NoSuchKey) return error
    const where = endpoint === undefined ? bucket : `${bucket} at ${new URL(endpoint).host}`
    return new BucketError(`The bucket ${where} cannot be used: ${reasonOf(error)}.`, { cause: error })
  }
  const told = <T>(answer: Promise<T>): Promise<T> =>
    answer.catch((error: unknown) => {
      throw explained(error)
    })

  async function bodyOf(path: string, range?: { start: number; end: number }): Promise<Readable> {
    const Range = range ? `bytes=${range.start}-${range.end}` : undefined
    const { Body } = await told(client.send(new GetObjectCommand({ ...place(path), Range })))
    if (!(Body instanceof Readable)) throw new Error('the bucket answered without a body')
    const bytes = new PassThrough()
    Body.once('error', (error) => bytes.destroy(explained(error)))
    bytes.once('close', () => Body.destroy())
    return Body.pipe(bytes)
  }

  /** An object of `size` bytes; when these break off, so does the request, and the bucket keeps what it had. */
  async function putStream(path: string, Body: Readable, size: number): Promise<void> {
    const request = new AbortController()
    let brokenBy: Error | undefined
    Body.once('error', (error) => {
      brokenBy = error
      request.abort()
    })
    try {
      const command = new PutObjectCommand({ ...place(path), Body, ContentLength: size })
      await told(client.send(command, { abortSignal: request.signal }))
    } catch (error) {
      // Whoever answers without having read everything would be sent the rest.
      request.abort()
      throw brokenBy ?? error
    } finally {
      Body.destroy()
    }
  }

  /** Everything whose key begins so. */
  async function* objectsUnder(Prefix: string): AsyncGenerator<{ key: string; size: number }> {
    for (let after: string | undefined; ;) {
      const listed = await told(
        client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix, ContinuationToken: after })),
      )
      for (const { Key: key, Size: size } of listed.Contents ?? [])
        if (key !== undefined) yield { key, size: size ?? 0 }
      after = listed.NextContinuationToken
      if (after === undefined) return
    }
  }

  return {
    async size(path) {
      try {
        const { ContentLength } = await told(client.send(new HeadObjectCommand(place(path))))
        return ContentLength ?? null
      } catch (error) {
        if (error instanceof NotFound) return null
        throw error
      }
    },
    stream: bodyOf,
    async read(path) {
      const chunks: Buffer[] = []
      for await (const chunk of await bodyOf(path)) chunks.push(chunk as Buffer)
      return Buffer.concat(chunks)
    },
    async write(path, bytes) {
      await told(client.send(new PutObjectCommand({ ...place(path), Body: bytes, ContentLength: bytes.byteLength })))
    },
    writeStream: (path, bytes, size) =>
      putStream(path, Readable.from(exactly(bytes, size), { objectMode: false }), size),
    async copy(path, source) {
      const { size } = await stat(source)
      await putStream(path, createReadStream(source), size)
    },
    async *list(): AsyncGenerator<StoredBlob> {
      for await (const { key, size } of objectsUnder(prefix)) {
        const path = key.slice(prefix.length)
        // A bucket may hold what is not ours: it is neither backed up nor taken away by a restore.
        if (isOfMedia(path)) yield { path, size }
      }
    },
    // There are no second names, and copies would need all the room once more.
    pin: () => Promise.resolve(null),
    async remove(path) {
      await told(client.send(new DeleteObjectCommand(place(path))))
    },
    async removeFolder(path) {
      for await (const { key } of objectsUnder(`${place(path).Key}/`))
        await told(client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })))
    },
  }
}

/** An address with several numbers, of which none answers, says nothing itself. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : error.name
  return error.message === '' ? code : error.message
}
