import { testDatabase } from '@anawim/db/testing'
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...environment } })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, ended }
}

/** What it prints, until that stands in it. */
function printed(child: ChildProcessWithoutNullStreams, until: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    const read = (chunk: Buffer) => {
      text += chunk.toString()
      if (until.test(text)) resolve(text)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', () => resolve(text))
  })
}

describe('the API alone', () => {
  it('serves on a port of its own, prints the first admin’s password once, and ends at a signal', async () => {
    const database = await testDatabase()
    const { child, ended } = start({
      DATABASE_URL: database.url,
      ANAWIM_DATA_DIR: database.dataDir,
      PORT: '0',
      HOST: '127.0.0.1',
      BCRYPT_COST: '4',
    })
    try {
      const text = await printed(child, /is listening/)
      expect(text).toMatch(/First admin: admin@anawim\.local, password [\w-]{16}\n/)
      const [, port] = /"port":(\d+)/.exec(text) ?? []
      expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200)
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
    } finally {
      child.kill('SIGKILL')
      await database.close()
    }
  })

  it('says in one message what is missing, and ends with 1', async () => {
    const { child, ended } = start({ BCRYPT_COST: 'high' })
    expect(await printed(child, /BCRYPT_COST/)).toMatch(/^The configuration is wrong:\n {2}BCRYPT_COST: [^\n]+\n$/)
    expect(await ended).toBe(1)
    const second = start({})
    expect(await printed(second.child, /DATABASE_URL/)).not.toContain(' at ')
    expect(await second.ended).toBe(1)
  })
})
