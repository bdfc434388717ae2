import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { blobNames } from './blob-path.ts'
import type { BlobStore, S3Settings } from './blob-store.ts'

/** In a bucket: an object is there whole or not at all, and durable when the bucket has answered. */
export function createS3Blobs({ bucket, endpoint, region, credentials, prefix }: S3Settings): BlobStore {
  const client = new S3Client({
    region,
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials ? { credentials } : {}),
    // Checksums in trailers are refused by other servers than Amazon's.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const place = (path: string) => ({ Bucket: bucket, Key: prefix + blobNames(path).join('/') })

  async function bodyOf(path: string, range?: { start: number; end: number }): Promise<Readable> {
    const Range = range ? `bytes=${range.start}-${range.end}` : undefined
    const { Body } = await client.send(new GetObjectCommand({ ...place(path), Range }))
    if (!(Body instanceof Readable)) throw new Error('the bucket answered without a body')
    return Body
  }

  return {
    async size(path) {
      try {
        const { ContentLength } = await client.send(new HeadObjectCommand(place(path)))
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
      await client.send(new PutObjectCommand({ ...place(path), Body: bytes, ContentLength: bytes.byteLength }))
    },
    async copy(path, source) {
      const { size } = await stat(source)
      const target = place(path)
      await client.send(new PutObjectCommand({ ...target, Body: createReadStream(source), ContentLength: size }))
    },
    async remove(path) {
      await client.send(new DeleteObjectCommand(place(path)))
    },
    async removeFolder(path) {
      const { Bucket, Key } = place(path)
      for (let after: string | undefined; ;) {
        const listed = await client.send(
          new ListObjectsV2Command({ Bucket, Prefix: `${Key}/`, ContinuationToken: after }),
        )
        for (const { Key: found } of listed.Contents ?? [])
          await client.send(new DeleteObjectCommand({ Bucket, Key: found }))
        after = listed.NextContinuationToken
        if (after === undefined) return
      }
    },
  }
}
