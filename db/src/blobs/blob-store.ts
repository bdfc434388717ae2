import type { Readable } from 'node:stream'

/** Uploaded files, and pictures that the server drew. Paths are of names with `/`: `<token>/image.webp`. Throws a RangeError on any other. */
export interface BlobStore {
  /** Durable when it resolves; whoever reads meanwhile gets the old bytes or the new ones, never a part. */
  write(path: string, bytes: Uint8Array): Promise<void>
  /** The same with the bytes of a file on this machine's disk, however large. That one stays, and must not be written to any more. */
  copy(path: string, source: string): Promise<void>
  /** Bytes; null: there is nothing. */
  size(path: string): Promise<number | null>
  /** The bytes from `start` to `end`, both included; all when they are not said. Rejects when there is nothing. */
  stream(path: string, range?: { start: number; end: number }): Promise<Readable>
  /** For what is known to be small. Rejects when there is nothing. */
  read(path: string): Promise<Uint8Array>
  /** Also when it is not there. */
  remove(path: string): Promise<void>
  /** Everything whose path begins with these names. */
  removeFolder(path: string): Promise<void>
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
