import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { createLogger } from '../src/logger.ts'

test('no password, token or cookie is ever written, wherever in a record it stands', () => {
  const lines: string[] = []
  const destination = new Writable({
    write(line: Buffer, _encoding, done) {
      lines.push(line.toString())
      done()
    },
  })
  const log = createLogger('test', destination)
  log.level = 'info'
  log.info({ password: 's3cret', user: { hashedPassword: 's3cret', email: 'a@b.c' } }, 'one')
  log.info({ req: { headers: { authorization: 's3cret', cookie: 's3cret', 'set-cookie': 's3cret' } }, token: 's3cret' })
  log.info({ body: { access_token: 's3cret', refreshToken: 's3cret' }, 'set-cookie': 's3cret' })
  expect(lines).toHaveLength(3)
  expect(lines.join('')).not.toContain('s3cret')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ name: 'test', msg: 'one', user: { email: 'a@b.c' } })
})
