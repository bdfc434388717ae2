import { testDatabase } from '@anawim/db/testing'
import { ensureFirstAdmin } from '@anawim/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApi, type ApiServer } from './api-server.ts'
import { client } from './client.ts'
import { person, type Someone } from './people.ts'

let api: ApiServer
let admin: Someone
beforeAll(async () => {
  api = await startApi()
  admin = await person(api, 'admin', 'Admin')
})
afterAll(() => api.close())

describe('the admin', () => {
  it('finds people by name, e-mail, role and state', async () => {
    const hoa = await person(api, 'student', 'Nguyễn-Hoa')
    const find = async (query: object) => (await admin.call('listUsers', { query })).answer.items.map((user) => user.id)
    expect(await find({ search: 'nguyen' })).toEqual([hoa.id])
    expect(await find({ search: hoa.user.email })).toEqual([hoa.id])
    expect(await find({ role: 'admin' })).toEqual([admin.id])
    expect(await find({ is_active: false })).toEqual([])
    await admin.call('updateUser', { params: { id: hoa.id }, body: { is_active: false } })
    expect(await find({ is_active: false })).toEqual([hoa.id])
    expect((await admin.call('listUsers', { query: { limit: 1 } })).answer).toMatchObject({
      total: 2,
      limit: 1,
      skip: 0,
    })
  })

  it('changes a role, which ends the tokens of the old one', async () => {
    const hai = await person(api, 'student')
    const { answer } = await admin.call('updateUser', { params: { id: hai.id }, body: { role: 'teacher' } })
    expect(answer).toMatchObject({ id: hai.id, role: 'teacher', is_admin: false })
    expect((await hai.call('me', {})).status).toBe(401)
  })

  it('cannot take away the last active admin', async () => {
    const change = (who: Someone, body: { role?: 'teacher'; is_active?: false }) =>
      admin.call('updateUser', { params: { id: who.id }, body })
    expect((await change(admin, { is_active: false })).error.code).toBe('last_admin')
    expect((await change(admin, { role: 'teacher' })).status).toBe(409)
    const second = await person(api, 'admin')
    expect((await change(second, { is_active: false })).status).toBe(200)
    expect((await change(admin, { role: 'teacher' })).status).toBe(409)
  })

  it('gets 404 for an account that is not there', async () => {
    expect((await admin.call('updateUser', { params: { id: 999_999 }, body: {} })).status).toBe(404)
  })
})

describe('the first admin', () => {
  it('is made once, with a password that is told once', async () => {
    const database = await testDatabase()
    const { db } = database
    try {
      const made = await ensureFirstAdmin(db, {}, 4)
      expect(made?.email).toBe('admin@anawim.local')
      expect(made?.password).toMatch(/^[\w-]{16}$/)
      expect(await ensureFirstAdmin(db, {}, 4)).toBeNull()
      expect((await db.users.byEmail('admin@anawim.local'))?.role).toBe('admin')
    } finally {
      await database.close()
    }
  })

  it('has the e-mail and password of the environment, and can log in', async () => {
    const own = await startApi()
    try {
      const environment = { ADMIN_EMAIL: 'Head@School.vn', ADMIN_PASSWORD: 'a long password' }
      expect(await ensureFirstAdmin(own.db, environment, 4)).toEqual({ email: 'head@school.vn', password: null })
      const body = { email: 'head@school.vn', password: 'a long password' }
      expect((await client(own.url)('login', { body })).answer.user.is_admin).toBe(true)
    } finally {
      await own.close()
    }
  })

  it('is not made with a password that nobody could use', async () => {
    const database = await testDatabase()
    try {
      await expect(ensureFirstAdmin(database.db, { ADMIN_PASSWORD: 'short' }, 4)).rejects.toThrow('8')
    } finally {
      await database.close()
    }
  })
})
