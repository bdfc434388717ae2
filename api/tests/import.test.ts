/** Files from addresses that somebody typed: none of them leads inside. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { readdir, readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseAddress, internet, readAddress, type Network } from '../src/media/import/choose-address.ts'
import { fetchFile } from '../src/media/import/fetch-file.ts'
import { isPublicAddress } from '../src/media/import/public-address.ts'

/** Stands for the inside: whoever reaches it was led there. */
let inside: Server
/** Stands for a server of the internet. */
let outside: Server
let reached = 0
let answer: RequestListener = (_req, res) => void res.end()
const OUTSIDE = '127.0.0.2'
const listen = (server: Server, host: string) => new Promise<void>((resolve) => server.listen(0, host, resolve))
const portOf = (server: Server) => (server.address() as AddressInfo).port

beforeAll(async () => {
  inside = createServer((_req, res) => {
    reached++
    res.end('secret')
  })
  outside = createServer((req, res) => answer(req, res))
  await listen(inside, '127.0.0.1')
  await listen(outside, OUTSIDE)
})
afterAll(async () => {
  for (const server of [inside, outside]) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

const temporary = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('anawim-import-')).toSorted()

/** The internet with one more server in it: our own stand-in. */
const withOutside = (resolve: Network['resolve'] = () => Promise.resolve([OUTSIDE])): Network => ({
  resolve,
  isAllowed: (address) => address === OUTSIDE || isPublicAddress(address),
})
const limits = { limitBytes: 10_000, seconds: 5 }
const fetchOutside = (path = '/', network = withOutside(), more: Partial<typeof limits> = {}) =>
  fetchFile(`http://files.example:${portOf(outside)}${path}`, { ...limits, ...more }, network)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'fetched',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : String(error)),
  )

it('waits no longer for a server that goes over to another protocol', async () => {
  answer = (req) => void req.socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n')
  expect(await codeOf(fetchOutside('/', withOutside(), { seconds: 1 }))).toBe('address_failed')
})

/** `P` is the port of the server inside. */
const hostile = [
  'http://127.0.0.1:P/',
  'http://127.1:P/',
  'http://127.0.1:P/',
  'http://2130706433:P/',
  'http://0x7f000001:P/',
  'http://0x7f.1:P/',
  'http://0177.0.0.1:P/',
  'http://017700000001:P/',
  'http://127.0.0.1.:P/',
  'http://127.255.255.254:P/',
  'http://0:P/',
  'http://0.0.0.0:P/',
  'http://①②⑦.⓪.⓪.①:P/',
  'http://127。0。0。1:P/',
  'http://%31%32%37.0.0.1:P/',
  'http://[::1]:P/',
  'http://[::]:P/',
  'http://[::ffff:127.0.0.1]:P/',
  'http://[::ffff:7f00:1]:P/',
  'http://[::127.0.0.1]:P/',
  'http://[64:ff9b::7f00:1]:P/',
  'http://[64:ff9b:1::7f00:1]:P/',
  'http://[2002:7f00:1::]:P/',
  'http://[2001:0:7f00:1::]:P/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[fd00::1]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://192.0.0.192/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://somebody:secret@93.184.216.34/',
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'gopher://127.0.0.1:P/_GET',
  'data:image/png;base64,AAAA',
  'javascript:alert(1)',
  '//127.0.0.1/',
  '/etc/passwd',
  '',
  'http://',
]

describe('an address that somebody typed', () => {
  it.each(hostile)('is refused when it leads inside, or is none: %s', async (address) => {
    reached = 0
    const url = address.replace(':P', `:${portOf(inside)}`)
    expect(await codeOf(fetchFile(url, limits))).toBe('address_refused')
    expect(reached).toBe(0)
  })

  it('may be of the internet', async () => {
    for (const [host, address] of [
      ['93.184.216.34', '93.184.216.34'],
      ['[2606:2800:220:1::1]', '2606:2800:220:1::1'],
    ] as const) {
      expect(await chooseAddress(readAddress(`https://${host}/a.png`), internet)).toBe(address)
    }
  })

  it('is refused when its name means a machine inside, or one inside and one outside', async () => {
    for (const addresses of [['127.0.0.1'], ['::ffff:10.0.0.1'], [OUTSIDE, '192.168.0.1'], ['fd00::1', OUTSIDE]]) {
      expect(
        await codeOf(
          fetchOutside(
            '/',
            withOutside(() => Promise.resolve(addresses)),
          ),
        ),
      ).toBe('address_refused')
    }
    expect(
      await codeOf(
        fetchOutside(
          '/',
          withOutside(() => Promise.reject(new Error('no such name'))),
        ),
      ),
    ).toBe('address_failed')
    expect(await codeOf(fetchFile(`http://localhost:${portOf(inside)}/`, limits))).toBe('address_refused')
  })

  it('is asked where its name led when it was judged, whatever the name means a moment later', async () => {
    reached = 0
    let asked = 0
    const rebinding = withOutside(() => Promise.resolve([asked++ === 0 ? OUTSIDE : '127.0.0.1']))
    answer = (_req, res) => void res.end('from outside')
    const { path, discard } = await fetchOutside('/', rebinding)
    expect([await readFile(path, 'utf8'), asked, reached]).toEqual(['from outside', 1, 0])
    await discard()
    // A redirect to itself is a new question.
    answer = (_req, res) => void res.writeHead(302, { location: '/again' }).end()
    asked = 0
    expect(await codeOf(fetchOutside('/', rebinding))).toBe('address_refused')
  })
})

describe('what an address answers', () => {
  it('is kept under the last name, after redirects that lead outside', async () => {
    answer = (req, res) => {
      if (req.url === '/') res.writeHead(301, { location: '/B%E1%BA%A3n%20%C4%91%E1%BB%93.png?x=1' }).end()
      else res.end(`host ${req.headers.host?.split(':')[0]}`)
    }
    const { path, originalFilename, discard } = await fetchOutside()
    expect([originalFilename, await readFile(path, 'utf8')]).toEqual(['Bản đồ.png', 'host files.example'])
    await discard()
  })

  it.each(['http://127.0.0.1:P/', 'http://[::1]:P/', 'http://169.254.169.254/', 'file:///etc/passwd', '//0x7f.1:P/'])(
    'is not followed inside: %s',
    async (address) => {
      reached = 0
      answer = (_req, res) => void res.writeHead(307, { location: address.replace(':P', `:${portOf(inside)}`) }).end()
      expect(await codeOf(fetchOutside())).toBe('address_refused')
      expect(reached).toBe(0)
    },
  )

  it('is given up when it leads on and on, fails, is too large, or takes too long', async () => {
    const before = await temporary()
    answer = (_req, res) => void res.writeHead(302, { location: '/' }).end()
    expect(await codeOf(fetchOutside())).toBe('address_failed')
    answer = (_req, res) => void res.writeHead(500).end('no')
    expect(await codeOf(fetchOutside())).toBe('address_failed')
    answer = (req) => void req.socket.destroy()
    expect(await codeOf(fetchOutside())).toBe('address_failed')
    answer = (_req, res) => void res.writeHead(200, { 'content-length': '999999' }).end()
    expect(await codeOf(fetchOutside())).toBe('too_large')
    answer = (_req, res) => {
      const more = () => res.write(Buffer.alloc(5_000), () => void setImmediate(more))
      more()
    }
    expect(await codeOf(fetchOutside())).toBe('too_large')
    answer = (_req, res) => void res.write('a')
    expect(await codeOf(fetchOutside('/', withOutside(), { seconds: 0.2 }))).toBe('address_failed')
    answer = () => {}
    expect(await codeOf(fetchOutside('/', withOutside(), { seconds: 0.2 }))).toBe('address_failed')
    expect(await temporary()).toEqual(before)
  })
})
