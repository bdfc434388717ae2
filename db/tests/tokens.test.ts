import { SignJWT, UnsecuredJWT } from 'jose'
import { createLogger, openDatabase } from '@anawim/db'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../src/testing/index.ts'
import { asking, person } from './people.ts'

let harness: TestDatabase
beforeAll(async () => {
  harness = await testDatabase({ accessTokenSeconds: 60, collabTokenSeconds: 30 })
})
afterAll(() => harness.close())
const tokens = () => harness.db.tokens

describe('an access token', () => {
  test('speaks for its account, as the account is now', async () => {
    const user = await person(harness.db, 'teacher', 'Cô Hoa')
    const { token, expiresIn } = await tokens().signAccess(user)
    expect(expiresIn).toBe(60)
    await harness.db.users.update(user.id, { fullName: 'Cô Mai' })
    const bearer = await tokens().verifyAccess(token)
    expect(bearer).toMatchObject({ person: asking(user), fullName: 'Cô Mai' })
    expect(bearer?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 55_000)
  })

  test('ends with a suspension, a new role and a new password', async () => {
    const ends = [
      (id: number) => harness.db.users.update(id, { isActive: false }),
      (id: number) => harness.db.users.update(id, { role: 'student' }),
      (id: number) => harness.db.users.setPassword(id, 'another'),
    ]
    for (const end of ends) {
      const user = await person(harness.db, 'teacher')
      const { token } = await tokens().signAccess(user)
      expect(await tokens().verifyAccess(token)).not.toBeNull()
      await end(user.id)
      expect(await tokens().verifyAccess(token)).toBeNull()
    }
  })

  test('is refused when it was made by another hand, for another purpose, or is over', async () => {
    const user = await person(harness.db, 'admin')
    const key = new TextEncoder().encode(tokens().secret())
    const claims = { role: user.role, ver: user.tokenVersion }
    const made = (alg = 'HS256', secret = key, aud = 'api', iss = 'anawim', exp = '1m', sub = String(user.id)) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg })
        .setAudience(aud)
        .setIssuer(iss)
        .setSubject(sub)
        .setExpirationTime(exp)
        .sign(secret)
    expect(await tokens().verifyAccess(await made())).not.toBeNull()
    const forged = [
      await made('HS512'),
      await made('HS256', new TextEncoder().encode('x'.repeat(64))),
      await made('HS256', key, 'collab'),
      await made('HS256', key, 'api', 'another'),
      await made('HS256', key, 'api', 'anawim', '-1s'),
      await made('HS256', key, 'api', 'anawim', '1m', '999999'),
      await made('HS256', key, 'api', 'anawim', '1m', 'NaN'),
      new UnsecuredJWT(claims).setAudience('api').setIssuer('anawim').setSubject(String(user.id)).encode(),
      (await tokens().signCollab({ userId: user.id, lessonId: 1, ver: user.tokenVersion })).token,
      '',
      'not.a.token',
    ]
    for (const token of forged) expect([token, await tokens().verifyAccess(token)]).toEqual([token, null])
  })
})

test('a collab token is for one person and one lesson, and no access token', async () => {
  const user = await person(harness.db, 'teacher', 'Thầy Nam')
  const { token, expiresIn } = await tokens().signCollab({ userId: user.id, lessonId: 42, ver: user.tokenVersion })
  expect(expiresIn).toBe(30)
  expect(await tokens().verifyCollab(token)).toMatchObject({
    userId: user.id,
    lessonId: 42,
    fullName: 'Thầy Nam',
    person: asking(user),
  })
  expect((await tokens().verifyCollab(token))?.schemaVersion).toBeNull()
  const said = await tokens().signCollab({ userId: user.id, lessonId: 42, ver: user.tokenVersion, schemaVersion: 3 })
  expect((await tokens().verifyCollab(said.token))?.schemaVersion).toBe(3)
  expect(await tokens().verifyCollab((await tokens().signAccess(user)).token)).toBeNull()
  await harness.db.users.update(user.id, { isActive: false })
  expect(await tokens().verifyCollab(token)).toBeNull()
})

test('the secret is made once a database, however many start at once, unless it is given', async () => {
  const options = { url: harness.url, dataDir: harness.dataDir, log: createLogger('test') }
  const others = await Promise.all([openDatabase(options), openDatabase(options)])
  for (const other of others) expect(other.tokens.secret()).toBe(tokens().secret())
  const given = await openDatabase({ ...options, jwtSecret: 'g'.repeat(40) })
  expect(given.tokens.secret()).toBe('g'.repeat(40))
  const made = await Promise.all(
    Array.from({ length: 8 }, (_, index) => harness.db.secrets.ensure('shared', () => `made by ${index}`)),
  )
  expect(new Set(made).size).toBe(1)
  await Promise.all([...others, given].map((other) => other.close()))
})
