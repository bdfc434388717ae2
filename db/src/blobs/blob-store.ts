import type { Readable } from 'node:stream'

export interface StoredBlob {
  path: string
  /** Bytes. */
  size: number
}

/** Uploaded files, and pictures that the server drew. Paths are of names with `/`: `<token>/image.webp`. Throws a RangeError on any other. */
export interface BlobStore {
  /** Durable when it resolves; whoever reads meanwhile gets the old bytes or the new ones, never a part. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** The same with `size` bytes that come in pieces, however many. Rejects when there are more or fewer; what was there stays then. */
  writeStream(path: string, bytes: AsyncIterable<Uint8Array>, size: number): Promise<void>
  /** The same with the bytes of a file on this machine's disk, however large. That one stays, and must not be written to any more. */
  copy(path: string, source: string): Promise<void>
  /** Bytes; null: there is nothing. */
  size(path: string): Promise<number | null>
  /** The bytes from `start` to `end`, both included; all when they are not said. Rejects when there is nothing. */
  stream(path: string, range?: { start: number; end: number }): Promise<Readable>
  /** For what is known to be small. Rejects when there is nothing. */
  read(path: string): Promise<Uint8Array>
  /** All files, each once. What comes or goes meanwhile may be among them or not. */
  list(): AsyncIterable<StoredBlob>
  /** Keeps all files of this moment readable while others go on to replace and remove them; null: only by copying them. */
  pin(): Promise<PinnedBlobs | null>
  /** Also when it is not there. */
  remove(path: string): Promise<void>
  /** Everything whose path begins with these names. */
  removeFolder(path: string): Promise<void>
}

/** Files as they were, whatever has become of them since. */
export interface PinnedBlobs extends Pick<BlobStore, 'list' | 'stream'> {
  /** Adds what has come since. */
  again(): Promise<void>
  release(): Promise<void>
}

/** A bucket of S3, or of what speaks its protocol. */
export interface S3Settings {
  bucket: string
  /** Of another than Amazon's. */
  endpoint?: string | undefined
  region: string
  /** Without them the SDK looks where it always does: the environment, the machine's role. */
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined
  /** What all keys begin with. */
  prefix: string
}

/** A bucket does not answer, or not as it should. The message names it and says why. */
export class BucketError extends Error {
  override name = 'BucketError'
}
