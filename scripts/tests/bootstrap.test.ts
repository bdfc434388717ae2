import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { root } from '../root.ts'

const load = async <T>(file: string) => (await import(join(root, 'scripts/bootstrap', file))) as T

describe('the bootstrap', () => {
  test.each([
    ['18.19.1', false],
    ['20.20.2', false],
    ['22.18.0', false],
    ['22.22.0', true],
    ['23.11.0', false],
    ['24.14.9', false],
    ['24.21.0', true],
    ['25.1.0', false],
    ['26.0.0', true],
  ])('takes Node %s: %s', async (version, isGood) => {
    const { isGoodNode } = await load<{ isGoodNode(version: string): boolean }>('node.mjs')
    expect(isGoodNode(version)).toBe(isGood)
  })

  test('names its commands when it is given none', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/bootstrap.mjs'), 'nonsense'])
    expect(status).toBe(1)
    expect(stderr.toString()).toContain('start, dev, seed, backup, restore, test')
  })
})

describe('the lock of an installation', () => {
  const folder = join(root, '.tmp/install.lock')
  const hold = async () => {
    const { holdInstallLock } = await load<{ holdInstallLock(): Promise<() => void> }>('install-lock.mjs')
    return holdInstallLock()
  }
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('keeps a second one waiting until the first is done', async () => {
    const release = await hold()
    const order: string[] = []
    const second = hold().then((releaseSecond) => {
      order.push('second begins')
      releaseSecond()
    })
    await new Promise((resolve) => setTimeout(resolve, 500))
    order.push('first ends')
    release()
    await second
    expect(order).toEqual(['first ends', 'second begins'])
    expect(existsSync(folder)).toBe(false)
  })

  test('is taken over from one that died', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'pid'), String(pid))
    const release = await hold()
    release()
    expect(existsSync(folder)).toBe(false)
  })
})
