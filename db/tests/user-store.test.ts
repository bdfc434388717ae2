import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../src/testing/index.ts'
import { person } from './people.ts'

let harness: TestDatabase
beforeAll(async () => {
  harness = await testDatabase()
})
afterAll(() => harness.close())
const db = () => harness.db

describe('an account', () => {
  test('has one address, however it is written', async () => {
    const user = { email: ' Hoa.Đỗ@School.VN ', hashedPassword: 'h', fullName: ' Đỗ Hoa ', role: 'teacher' } as const
    const created = await db().users.create(user)
    expect(created).toMatchObject({
      email: 'hoa.đỗ@school.vn',
      fullName: 'Đỗ Hoa',
      isAdmin: false,
      isActive: true,
      tokenVersion: 1,
    })
    expect(await db().users.create({ ...user, email: 'hoa.đỗ@school.vn'.normalize('NFD') })).toBe('email_taken')
    expect(await db().users.byEmail('HOA.ĐỖ@school.vn')).toEqual(created)
    expect(await db().users.byEmail('nobody@school.vn')).toBeNull()
  })

  test('of many who register one address at once, one gets it', async () => {
    const user = { email: 'race@school.vn', hashedPassword: 'h', fullName: 'R', role: 'student' } as const
    const results = await Promise.all(Array.from({ length: 8 }, () => db().users.create(user)))
    expect(results.filter((result) => result === 'email_taken')).toHaveLength(7)
  })

  test('that is suspended or gets another role has ended its tokens; suspension and a new password end sessions', async () => {
    const { id, tokenVersion } = await person(db(), 'teacher')
    const { token } = await db().sessions.start(id)
    expect(await db().users.update(id, { role: 'student' })).toMatchObject({ tokenVersion: tokenVersion + 1 })
    const rotated = await db().sessions.rotate(token, { graceSeconds: 30 })
    expect(rotated).not.toBe('invalid')

    expect(await db().users.update(id, { isActive: false })).toMatchObject({ tokenVersion: tokenVersion + 2 })
    expect(await db().sessions.rotate(token, { graceSeconds: 30 })).toBe('invalid')

    await db().users.update(id, { isActive: true })
    const again = await db().sessions.start(id)
    await db().users.setPassword(id, 'another')
    expect(await db().users.byId(id)).toMatchObject({ hashedPassword: 'another', tokenVersion: tokenVersion + 3 })
    expect(await db().sessions.rotate(again.token, { graceSeconds: 30 })).toBe('invalid')
  })

  test('a new name ends nothing, and a change that changes nothing says nothing', async () => {
    const user = await person(db(), 'teacher')
    expect(await db().users.update(user.id, { fullName: 'Tên mới' })).toMatchObject({ tokenVersion: 1 })
    const after = await db().users.byId(user.id)
    expect(await db().users.update(user.id, { fullName: 'Tên mới', role: 'teacher' })).toEqual(after)
    expect(await db().users.update(999_999, { fullName: 'x' })).toBeNull()
  })
})

describe('the last active admin', () => {
  test('stays, when all try to remove each other at the same moment', async () => {
    const fresh = await testDatabase()
    const alone = fresh.db
    try {
      for (let round = 0; round < 5; round++) {
        for (let count = 0; count < 3; count++) await person(alone, 'admin')
        const patches = [{ role: 'teacher' }, { isActive: false }, { role: 'student', isActive: false }] as const
        const all = await alone.users.list({ skip: 0, limit: 100, role: 'admin', isActive: true })
        await Promise.all(all.items.map(({ id }, index) => alone.users.update(id, patches[index % 3] ?? {})))
        const left = await alone.users.list({ skip: 0, limit: 100, role: 'admin', isActive: true })
        expect(left.total).toBe(1)
      }
    } finally {
      await fresh.close()
    }
  })

  test('can be renamed, and another can be demoted', async () => {
    const fresh = await testDatabase()
    const alone = fresh.db
    try {
      const [first, second] = [await person(alone, 'admin'), await person(alone, 'admin')]
      expect(await alone.users.update(second.id, { role: 'teacher' })).toMatchObject({
        role: 'teacher',
        isAdmin: false,
      })
      expect(await alone.users.update(first.id, { role: 'teacher' })).toBe('last_admin')
      expect(await alone.users.update(first.id, { isActive: false })).toBe('last_admin')
      expect(await alone.users.update(first.id, { fullName: 'Quản trị' })).toMatchObject({ fullName: 'Quản trị' })
      expect(await alone.users.count()).toBe(2)
    } finally {
      await fresh.close()
    }
  })
})

describe('the list of accounts', () => {
  test('is searched by name and address, without accents too, and stands in Vietnamese order', async () => {
    for (const name of ['Đặng Tìm', 'Ánh Tìm', 'Bảo Tìm']) await person(db(), 'student', name)
    const found = await db().users.list({ skip: 0, limit: 10, search: 'tim' })
    expect(found.items.map(({ fullName }) => fullName)).toEqual(['Ánh Tìm', 'Bảo Tìm', 'Đặng Tìm'])
    expect(found.total).toBe(3)
    expect((await db().users.list({ skip: 1, limit: 1, search: 'Tìm' })).items[0]?.fullName).toBe('Bảo Tìm')
    const [first] = found.items
    const byAddress = await db().users.list({ skip: 0, limit: 10, search: first?.email ?? '' })
    expect(byAddress.items).toEqual([first])
    expect((await db().users.list({ skip: 0, limit: 10, search: 'tim', role: 'teacher' })).total).toBe(0)
  })
})
