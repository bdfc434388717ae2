import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Settings } from '../src/blobs/blob-store.ts'

export interface S3Fake {
  settings: S3Settings
  keys: () => string[]
  /** Called before each request is served, while its asker waits; when it throws, the connection breaks off. */
  before: (method: string, key: string) => void | Promise<void>
  /** Bytes of an object after which the connection breaks off; null: it holds. */
  breakAfter: number | null
  close: () => Promise<void>
}

/**
 * A bucket in this process, as far as our store asks: objects by path, ranges, lists in pages of two. It believes every signature, and no
 * test with it says anything about Amazon's own.
 */
export async function startS3Fake(): Promise<S3Fake> {
  const objects = new Map<string, Buffer>()
  const serve = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const url = new URL(req.url ?? '', 'http://fake')
    const [, , ...names] = decodeURIComponent(url.pathname).split('/')
    const key = names.join('/')
    await fake.before(req.method ?? '', key)
    if (req.method === 'PUT') {
      const chunks: Buffer[] = []
      for await (const chunk of req) chunks.push(chunk as Buffer)
      objects.set(key, Buffer.concat(chunks))
      return void res.setHeader('ETag', '"x"').end()
    }
    if (req.method === 'DELETE') {
      objects.delete(key)
      return void res.writeHead(204).end()
    }
    if (url.searchParams.has('list-type')) {
      const prefix = url.searchParams.get('prefix') ?? ''
      const after = url.searchParams.get('continuation-token') ?? ''
      const found = [...objects.keys()].filter((name) => name.startsWith(prefix) && name > after).toSorted()
      const contents = found
        .slice(0, 2)
        .map((name) => `<Contents><Key>${name}</Key><Size>${objects.get(name)?.length}</Size></Contents>`)
      const next = found.length > 2 ? `<NextContinuationToken>${found[1]}</NextContinuationToken>` : ''
      return void res.end(`<?xml version="1.0"?><ListBucketResult>${contents.join('')}${next}</ListBucketResult>`)
    }
    const object = objects.get(key)
    if (!object) {
      const body = req.method === 'HEAD' ? '' : '<Error><Code>NoSuchKey</Code></Error>'
      return void res.writeHead(404, { 'Content-Type': 'application/xml' }).end(body)
    }
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '') ?? []
    const part = start === undefined ? object : object.subarray(Number(start), Number(end) + 1)
    res.writeHead(start === undefined ? 200 : 206, { 'Content-Length': part.length })
    if (req.method === 'HEAD') return void res.end()
    if (fake.breakAfter === null || part.length <= fake.breakAfter) return void res.end(part)
    res.write(part.subarray(0, fake.breakAfter), () => res.destroy())
  }
  const server = createServer((req, res) => void serve(req, res).catch(() => res.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const fake: S3Fake = {
    settings: {
      bucket: 'school',
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      prefix: 'anawim/',
    },
    keys: () => [...objects.keys()],
    before: () => {},
    breakAfter: null,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return fake
}
