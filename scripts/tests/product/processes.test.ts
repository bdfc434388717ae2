import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { root } from '../../root.ts'
import { isAlive, leftAfter, processTree } from '../../testing/process-tree.ts'
import { startProduct, type Product } from '../../testing/product.ts'

/** Runs a second `npm start` to its end and resolves with its exit code and words. */
async function runStart(env: Record<string, string>): Promise<{ code: number | null; output: string; pid: number }> {
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'error', WEB_DIST: '/nowhere', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await once(child, 'close')
  return { code: child.exitCode, output, pid: child.pid ?? 0 }
}

/** Its command line; empty when it has just ended. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return ''
  }
}

describe('a running product', () => {
  let product: Product
  beforeEach(async () => (product = await startProduct({ web: false })))
  afterEach(() => product.stop())

  test('serves, and ends cleanly on SIGTERM within 10 s without an orphan', async () => {
    expect(await (await fetch(`${product.url}/ready`)).json()).toEqual({ status: 'ready' })
    const tree = processTree(product.pids().supervisor)
    expect(tree.length).toBeGreaterThan(5)
    const start = Date.now()
    expect(await product.end()).toBe(0)
    expect(Date.now() - start).toBeLessThan(10_000)
    expect(await leftAfter(tree, 500)).toEqual([])
  })

  test('leaves no orphan when its supervisor is killed', async () => {
    const tree = processTree(product.pids().supervisor)
    process.kill(product.pids().supervisor, 'SIGKILL')
    expect(await leftAfter(tree, 12_000)).toEqual([])
    await product.restart()
    expect((await fetch(`${product.url}/ready`)).status).toBe(200)
  })

  test.each(['server', 'jobs', 'postgres'] as const)('lives on when %s is killed', async (part) => {
    const before = product.pids()[part]
    process.kill(before, 'SIGKILL')
    await expect.poll(() => isAlive(before), { timeout: 5_000 }).toBe(false)
    await expect
      .poll(async () => (await fetch(`${product.url}/ready`).catch(() => null))?.status, { timeout: 20_000 })
      .toBe(200)
    const login = await fetch(`${product.url}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: product.adminEmail, password: product.adminPassword }),
    })
    expect(login.status).toBe(200)
  })

  test('gives up, with 1 and a reason, when the server dies again and again', async () => {
    const { supervisor } = product.pids()
    const tree = processTree(supervisor)
    const killServers = setInterval(() => {
      for (const pid of processTree(supervisor))
        if (commandOf(pid).endsWith('start.ts server')) process.kill(pid, 'SIGKILL')
    }, 100)
    expect(await leftAfter([supervisor], 30_000)).toEqual([])
    clearInterval(killServers)
    expect(product.output()).toMatch(/server has ended 5 times in a row/)
    expect(await product.end()).toBe(1)
    expect(await leftAfter(tree, 500)).toEqual([])
  })

  test('refuses a second start on the same data folder', async () => {
    const second = await runStart({ ANAWIM_DATA_DIR: product.dataDir, PORT: String(product.port) })
    expect(second.code).toBe(1)
    expect(second.output).toContain('already running')
    expect(second.output).not.toContain('    at ')
    expect((await fetch(`${product.url}/ready`)).status).toBe(200)
  })
})

describe('a start that cannot be', () => {
  test('says that the port is taken', async () => {
    const other = createServer().listen(0, '0.0.0.0')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    await expect(startProduct({ web: false, env: { PORT: String(port) } })).rejects.toThrow(
      new RegExp(`ended with 1:\\s+Port ${port} is taken`),
    )
    other.close()
  })

  test('says that the database of DATABASE_URL is not there, in one message without the password', async () => {
    const { code, output } = await runStart({
      DATABASE_URL: 'postgres://anawim:very-secret@127.0.0.1:9/anawim',
      PORT: '0',
      ANAWIM_DATA_DIR: '/tmp/anawim-never-made',
    })
    expect(code).toBe(1)
    expect(output).toContain('127.0.0.1:9/anawim')
    expect(output).not.toContain('very-secret')
    expect(output).not.toContain('    at ')
  })

  test.each([
    ['PORT', 'eight thousand'],
    ['DATABASE_URL', 'mysql://x'],
    ['BCRYPT_COST', '99'],
    ['ADMIN_PASSWORD', 'short'],
  ])('names a wrong %s', async (name, value) => {
    await expect(startProduct({ web: false, env: { [name]: value } })).rejects.toThrow(new RegExp(`wrong:\\s+${name}`))
  })
})

test('the bootstrap hands signals on and leaves nothing behind', async () => {
  const product = await startProduct({ web: false })
  const { dataDir, port } = product
  await product.end()
  const child = spawn(process.execPath, [join(root, 'scripts/bootstrap.mjs'), 'start'], {
    env: { ...process.env, ANAWIM_DATA_DIR: dataDir, PORT: String(port), WEB_DIST: '/nowhere', LOG_LEVEL: 'error' },
    stdio: 'ignore',
  })
  await expect
    .poll(async () => (await fetch(`${product.url}/ready`).catch(() => null))?.status, { timeout: 20_000 })
    .toBe(200)
  const tree = processTree(child.pid ?? 0)
  child.kill('SIGINT')
  await once(child, 'exit')
  expect(await leftAfter(tree, 500)).toEqual([])
  await product.stop()
})
