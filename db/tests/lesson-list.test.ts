import type { LessonSort, UserRow } from '@anawim/db'
import { judge, roleNames, type LessonStatus, type MemberRole } from '@anawim/lesson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../src/testing/index.ts'
import { content, asking, lesson, person } from './people.ts'

let harness: TestDatabase
beforeAll(async () => {
  harness = await testDatabase()
})
afterAll(() => harness.close())
const db = () => harness.db

describe('the list', () => {
  test('shows to each person exactly what the judge lets them read, and the trash what they may restore', async () => {
    const people: UserRow[] = []
    for (const role of roleNames) people.push(await person(db(), role), await person(db(), role))
    const suspended = await db().users.update((await person(db(), 'admin')).id, { isActive: false })
    if (suspended && suspended !== 'last_admin') people.push(suspended)

    const schoolClass = await db().classes.create(await person(db(), 'teacher').then(({ id }) => id), '6A')
    if (schoolClass === 'too_many') throw new Error('too many classes')
    const classId = schoolClass.id
    const pupil = await person(db(), 'student')
    people.push(pupil)
    await db().pupils.add(classId, pupil.id)

    const ids: number[] = []
    const [author, member] = [people[2], people[4]]
    for (const writer of [author, member, people[0]]) {
      if (!writer) throw new Error('no such person')
      for (const status of ['draft', 'published'] satisfies LessonStatus[])
        for (const isPublic of [true, false])
          for (const isDeleted of [true, false])
            for (const isTemplate of [true, false])
              for (const role of [null, 'editor', 'viewer'] satisfies (MemberRole | null)[]) {
                const { id } = await lesson(db(), writer)
                ids.push(id)
                if (ids.length % 3 === 0) await db().classShares.put(id, classId)
                if (role) for (const one of people.slice(3)) await db().members.put(id, one.id, role)
                await db()
                  .knex('lessons')
                  .where({ id })
                  .update({
                    status,
                    is_public: isPublic,
                    deleted_at: isDeleted ? new Date() : null,
                    is_template: isTemplate,
                  })
              }
    }

    const listed = async (one: UserRow, trash: boolean) => {
      const query = { person: asking(one), skip: 0, limit: 1_000, sort: 'created_at', trash } as const
      const { items, total } = await db().lessons.list(query)
      expect(items).toHaveLength(total)
      return items.map(({ id }) => id).toSorted((a, b) => a - b)
    }
    let allowed = 0
    for (const one of people) {
      const expected = { rest: [] as number[], trash: [] as number[] }
      for (const id of ids) {
        const facts = await db().lessons.facts(id)
        if (!facts || facts.isTemplate) continue
        if (judge(asking(one), 'read', facts) === 'allowed') expected.rest.push(id)
        if (facts.isDeleted && judge(asking(one), 'restore', facts) === 'allowed') expected.trash.push(id)
      }
      allowed += expected.rest.length + expected.trash.length
      expect({ who: one.role, listed: await listed(one, false) }).toEqual({ who: one.role, listed: expected.rest })
      expect({ who: one.role, trash: await listed(one, true) }).toEqual({ who: one.role, trash: expected.trash })
    }
    expect(allowed).toBeGreaterThan(100)
  })

  test('says what the asking person is in each lesson', async () => {
    const [author, editor] = [await person(db(), 'teacher'), await person(db(), 'teacher')]
    const { id } = await lesson(db(), author, { title: 'Của chung' })
    await db().members.put(id, editor.id, 'editor')
    const roleOf = async (one: UserRow) =>
      (
        await db().lessons.list({ person: asking(one), skip: 0, limit: 100, sort: 'title', search: 'Của chung' })
      ).items.map(({ memberRole }) => memberRole)
    expect(await roleOf(author)).toEqual([null])
    expect(await roleOf(editor)).toEqual(['editor'])
  })
})

describe('searching', () => {
  const titlesFound = async (one: UserRow, search: string, sort: LessonSort = '-updated_at') => {
    const { items } = await db().lessons.list({ person: asking(one), skip: 0, limit: 100, sort, search })
    return items.map(({ title }) => title)
  }

  test('without accents finds them with and without; with accents shows the exact ones first', async () => {
    const author = await person(db(), 'teacher')
    for (const title of ['Phép đo', 'Phep do', 'PHÉP ĐO LƯỜNG', 'Lịch sử']) await lesson(db(), author, { title })
    expect((await titlesFound(author, 'phep do')).toSorted()).toEqual(['PHÉP ĐO LƯỜNG', 'Phep do', 'Phép đo'])
    const withAccents = await titlesFound(author, 'phép đo')
    expect(withAccents.slice(0, 2).toSorted()).toEqual(['PHÉP ĐO LƯỜNG', 'Phép đo'])
    expect(await titlesFound(author, 'lich  su')).toEqual(['Lịch sử'])
  })

  test.each(['％', '＿', '＼', '%', '_', '\\', 'a%b', 'a\\b'])(
    'takes %s for what it is, and not for a pattern',
    async (sign) => {
      const author = await person(db(), 'teacher')
      for (const title of [`mark ${sign} here`, 'aXb', 'nothing']) await lesson(db(), author, { title })
      expect(await titlesFound(author, sign)).toEqual([`mark ${sign} here`])
    },
  )

  test('finds what was typed on a keyboard that decomposes', async () => {
    const author = await person(db(), 'teacher')
    await lesson(db(), author, { title: 'Tiếng Việt' })
    expect(await titlesFound(author, 'Việt'.normalize('NFD'))).toEqual(['Tiếng Việt'])
  })

  test('looks into description and topic too, wants every word, and takes signs for themselves', async () => {
    const author = await person(db(), 'teacher')
    await lesson(db(), author, { title: 'Một', description: '100% cây xanh', topic: 'Sinh học' })
    await lesson(db(), author, { title: 'Hai', description: '100 cây xanh' })
    expect(await titlesFound(author, 'xanh sinh')).toEqual(['Một'])
    expect(await titlesFound(author, '100%')).toEqual(['Một'])
    expect(await titlesFound(author, '_')).toEqual([])
    expect(await titlesFound(author, "'; DROP TABLE lessons; --")).toEqual([])
    expect(await titlesFound(author, '\\')).toEqual([])
    expect(await titlesFound(author, 'a?b')).toEqual([])
  })
})

describe('searching the canvas', () => {
  const found = async (one: UserRow, search: string) => {
    const { items } = await db().lessons.list({ person: asking(one), skip: 0, limit: 20, sort: '-updated_at', search })
    return items.map(({ title }) => title)
  }

  test('finds what stands on it, with accents first, and where a word begins', async () => {
    const author = await person(db(), 'teacher')
    for (const [title, text] of [
      ['Một', 'Con mèo ngồi trên mái nhà.'],
      ['Hai', 'Tiếng meo meo'],
      ['Ba', 'Nước và 1/4 cái bánh'],
    ] as const) {
      const { id } = await lesson(db(), author, { title })
      await db().lessons.setWords(id, text, '0')
    }
    expect((await found(author, 'meo')).toSorted()).toEqual(['Hai', 'Một'])
    expect(await found(author, 'mèo')).toEqual(['Một', 'Hai'])
    expect(await found(author, 'mái nh')).toEqual(['Một'])
    expect(await found(author, 'ba nuoc')).toEqual(['Ba'])
    expect(await found(author, "' | !('")).toEqual([])
  })

  test('forgives slips, when nothing has the words as they were typed', async () => {
    const author = await person(db(), 'teacher')
    const { id } = await lesson(db(), author, { title: 'Quang hợp ở thực vật' })
    await db().lessons.setWords(id, 'Diệp lục hấp thụ ánh sáng', '0')
    for (const slip of ['qunag hop', 'quan hợp', 'thucc vat', 'diep luk', 'anh sangg']) {
      expect([slip, await found(author, slip)]).toEqual([slip, ['Quang hợp ở thực vật']])
    }
    expect(await found(author, 'xyzzy')).toEqual([])
    expect(await found(await person(db(), 'teacher'), 'qunag hop')).toEqual([])
  })

  test('waits for lessons whose canvas was written anew', async () => {
    const author = await person(db(), 'teacher')
    const { id } = await lesson(db(), author, { title: 'Mới' })
    await db().lessons.setWords(id, 'cũ', '0')
    expect(await db().lessons.needingWords(1_000)).not.toContain(id)
    await db().lessons.writeProjection(id, content(3), '5')
    expect(await db().lessons.needingWords(1_000)).toContain(id)
  })
})

describe('places', () => {
  const titles = async (one: UserRow, more: object) => {
    const { items, total } = await db().lessons.list({
      person: asking(one),
      skip: 0,
      limit: 20,
      sort: '-updated_at',
      ...more,
    })
    expect(total).toBe(items.length)
    return items.map(({ title }) => title)
  }

  test('are one person’s own: folders, favourites, what was opened, what was shared', async () => {
    const [lan, minh] = [await person(db(), 'teacher'), await person(db(), 'teacher')]
    const a = await lesson(db(), lan, { title: 'A' })
    const b = await lesson(db(), lan, { title: 'B' })
    await lesson(db(), lan, { title: 'C' })
    await db().members.put(b.id, minh.id, 'viewer')
    const folder = await db().folders.create(lan.id, 'Lớp 4', 5)
    if (typeof folder === 'string') throw new Error(folder)
    const { folders } = db()
    expect(await folders.place(lan.id, [a.id, b.id], { folderId: folder.id })).toBe(true)
    expect(await folders.place(minh.id, [b.id], { folderId: folder.id })).toBe(false)
    await folders.place(lan.id, [b.id], { isFavourite: true, opened: true })
    await folders.place(lan.id, [a.id], { opened: true })
    expect((await titles(lan, { folderId: folder.id })).toSorted()).toEqual(['A', 'B'])
    expect(await titles(minh, { folderId: folder.id })).toEqual([])
    expect(await titles(lan, { place: 'favourites' })).toEqual(['B'])
    expect(await titles(lan, { place: 'recent' })).toEqual(['A', 'B'])
    expect(await titles(minh, { place: 'favourites' })).toEqual([])
    expect(await titles(minh, { place: 'shared' })).toEqual(['B'])
    expect(await titles(minh, { place: 'own' })).toEqual([])
    expect(await titles(lan, { place: 'own', search: 'c' })).toEqual(['C'])
    expect(await folders.list(lan.id)).toEqual([{ id: folder.id, name: 'Lớp 4', lessons: 2 }])
    expect(await folders.remove(minh.id, folder.id)).toBe(false)
    expect(await folders.remove(lan.id, folder.id)).toBe(true)
    expect(await titles(lan, { place: 'favourites' })).toEqual(['B'])
  })

  test('of what is shared with a class, its pupils have in theirs what they may read, once, while they are in it', async () => {
    const [lan, an, other] = [
      await person(db(), 'teacher'),
      await person(db(), 'student'),
      await person(db(), 'student'),
    ]
    const schoolClass = await db().classes.create(lan.id, '6A')
    if (schoolClass === 'too_many') throw new Error('too many classes')
    await db().pupils.add(schoolClass.id, an.id)
    const open = await lesson(db(), lan, { title: 'Bài của lớp' })
    const draft = await lesson(db(), lan, { title: 'Bản nháp' })
    await db().lessons.publish(open.id, { isPublic: false })
    for (const { id } of [open, draft]) await db().classShares.put(id, schoolClass.id)
    const shared = async (who: UserRow) => titles(who, { place: 'shared' })
    expect([await shared(an), await shared(other), await shared(lan)]).toEqual([['Bài của lớp'], [], []])
    await db().members.put(open.id, an.id, 'viewer')
    expect(await shared(an), 'by name, too').toEqual(['Bài của lớp'])
    await db().members.remove(open.id, an.id)
    await db().pupils.remove(schoolClass.id, an.id)
    expect(await shared(an)).toEqual([])
  })

  test('a folder has a name of its own, and there are only so many', async () => {
    const lan = await person(db(), 'teacher')
    const { folders } = db()
    const first = await folders.create(lan.id, 'Một', 2)
    expect(await folders.create(lan.id, 'Một', 2)).toBe('taken')
    const second = await folders.create(lan.id, 'Hai', 2)
    expect(await folders.create(lan.id, 'Ba', 2)).toBe('too_many')
    if (typeof first === 'string' || typeof second === 'string') throw new Error('no folder')
    expect(await folders.rename(lan.id, second.id, 'Một')).toBe('taken')
    expect(await folders.rename(lan.id, second.id, 'Bốn')).toMatchObject({ name: 'Bốn', lessons: 0 })
    expect((await folders.list(lan.id)).map(({ name }) => name)).toEqual(['Bốn', 'Một'])
  })
})

describe('order, filters and paging', () => {
  test('titles stand in Vietnamese order', async () => {
    const author = await person(db(), 'teacher')
    for (const title of ['Đo', 'Ăn', 'Dạy', 'Ân', 'An', 'Em', 'ăn']) await lesson(db(), author, { title })
    const { items } = await db().lessons.list({ person: asking(author), skip: 0, limit: 100, sort: 'title' })
    const own = items.filter(({ authorId }) => authorId === author.id).map(({ title }) => title)
    expect(own).toEqual(['An', 'ăn', 'Ăn', 'Ân', 'Dạy', 'Đo', 'Em'])
  })

  test('filters by status, level and topic, which the facets name', async () => {
    const author = await person(db(), 'teacher')
    const published = await lesson(db(), author, { level: 'Lớp 5', topic: 'Địa lý riêng' })
    await lesson(db(), author, { level: 'Lớp 10', topic: 'Âm nhạc riêng' })
    await db().lessons.publish(published.id, { isPublic: false })
    const of = async (filter: object) =>
      (await db().lessons.list({ person: asking(author), skip: 0, limit: 100, sort: 'title', ...filter })).items.filter(
        ({ authorId }) => authorId === author.id,
      ).length
    expect(await of({})).toBe(2)
    expect(await of({ status: 'published' })).toBe(1)
    expect(await of({ level: 'Lớp 10' })).toBe(1)
    expect(await of({ topic: 'Địa lý riêng', level: 'Lớp 10' })).toBe(0)
    const facets = await db().lessons.facets(asking(author))
    expect(facets.topics.filter((topic) => topic.endsWith('riêng'))).toEqual(['Âm nhạc riêng', 'Địa lý riêng'])
    const stranger = await db().lessons.facets(asking(await person(db(), 'student')))
    expect(stranger.topics).not.toContain('Địa lý riêng')
  })

  test('pages are whole: nothing twice, nothing missing', async () => {
    const author = await person(db(), 'teacher')
    const wanted = new Set<number>()
    for (let count = 0; count < 7; count++) wanted.add((await lesson(db(), author, { title: 'Trang đôi' })).id)
    const seen: number[] = []
    for (let skip = 0; skip < 7; skip += 3) {
      const query = { person: asking(author), skip, limit: 3, sort: '-title', search: 'Trang đôi' } as const
      const { items, total } = await db().lessons.list(query)
      expect(total).toBe(7)
      seen.push(...items.map(({ id }) => id))
    }
    expect(seen).toHaveLength(7)
    expect(new Set(seen)).toEqual(wanted)
  })
})
