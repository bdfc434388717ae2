import type { BlobStore, S3Settings } from './blob-store.ts'
import { createDiskBlobs } from './disk-blobs.ts'

/** On the disk, or in a bucket when there is one: only then is the SDK loaded. */
export async function createBlobStore(dataDir: string, s3?: S3Settings | null): Promise<BlobStore> {
  if (!s3) return createDiskBlobs(dataDir)
  const { createS3Blobs } = await import('./s3-blobs.ts')
  return createS3Blobs(s3)
}
