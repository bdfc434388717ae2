import { routes, type RouteName } from '@anawim/api/contract'
import { newContent } from '@anawim/lesson'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  askers,
  columns,
  hidden,
  picture,
  table,
  type Asker,
  type Context,
  type Row,
  type State,
} from './access-table.ts'
import { startApi, type ApiServer } from './api-server.ts'
import { client, type Call } from './client.ts'
import { lessonOf, person, type Someone } from './people.ts'

let api: ApiServer
let people: Record<Exclude<Asker, 'nobody' | 'holder'>, Someone>
let anyone: Someone
let mediaUrl: string

beforeAll(async () => {
  api = await startApi()
  people = {
    suspended: await person(api, 'teacher'),
    student: await person(api, 'student'),
    pupil: await person(api, 'student'),
    stranger: await person(api, 'teacher'),
    viewer: await person(api, 'teacher'),
    editor: await person(api, 'teacher'),
    owner: await person(api, 'teacher'),
    admin: await person(api, 'admin'),
    classmate: await person(api, 'student'),
  }
  anyone = await person(api, 'teacher')
  await api.db.users.update(people.suspended.id, { isActive: false })
  mediaUrl = (await people.owner.call('uploadMedia', { form: picture() })).answer.url
})
afterAll(() => api.close())
// Of each there may be only so many.
beforeEach(() => Promise.all([api.db.knex('classes').delete(), api.db.knex('lesson_links').delete()]).then(() => {}))

/** A lesson of the owner, in that state, with its members. */
async function lessonIn(state: State): Promise<number> {
  const { owner, viewer, editor, pupil, suspended } = people
  const id = await lessonOf(api, owner, {
    members: [
      [viewer, 'viewer'],
      [editor, 'editor'],
      [pupil, 'viewer'],
      [suspended, 'editor'],
      [anyone, 'viewer'],
    ],
    published: state === 'draft' ? undefined : state === 'shared' ? 'members' : 'public',
  })
  if (state === 'deleted') await api.db.lessons.trash(id)
  return id
}

/** A class of the owner with the classmate in it, that the lesson is shared with, if there is one. */
async function classOf(lessonId: number): Promise<number> {
  // Past the store: so many as all askers need, nobody may have.
  const row = { name: '6A', teacher_id: people.owner.id }
  const [made] = (await api.db.knex('classes').insert(row).returning('id')) as { id: number }[]
  const id = made?.id ?? 0
  await api.db.pupils.add(id, people.classmate.id)
  if (lessonId > 0) await api.db.classShares.put(lessonId, id)
  return id
}

/** Two versions of that lesson. */
async function versionsOf(id: number): Promise<{ versionId: number; namedId: number }> {
  const keep = async (name: string | null) => {
    const kept = await api.db.versions.keep(id, { name, authorId: people.owner.id })
    if (!kept || kept === 'too_many') throw new Error('a version was not kept')
    return kept.id
  }
  return { namedId: await keep('Của cô Lan'), versionId: await keep(null) }
}

async function ownersFolder(): Promise<number> {
  const made = await api.db.folders.create(people.owner.id, crypto.randomUUID(), 1_000)
  if (typeof made === 'string') throw new Error(made)
  return made.id
}

async function publishedTemplate(): Promise<number> {
  const structure = JSON.stringify(newContent('p1', 'Trang 1'))
  const details = { name: 'Mẫu', description: '', language: 'vi', category: 'other' } as const
  const { id } = await api.db.templates.create({ ...details, structure, authorId: people.admin.id, isProposal: false })
  await api.db.templates.publish(id)
  return id
}

/** A film of the owner; in the trash when it is to be deleted for ever. */
async function ownersFilm(isInTrash: boolean): Promise<number> {
  const token = randomBytes(16).toString('base64url')
  const facts = { fileType: 'video', mimeType: 'video/webm', fileSize: 1, width: 4, height: 4 } as const
  const names = { token, filename: 'file.webm', originalFilename: 'Phim.webm', url: `/media/${token}/file.webm` }
  const made = await api.db.media.create({ ...names, ...facts, uploadedBy: people.owner.id }, null)
  if (made === 'full') throw new Error('there is no room')
  if (isInTrash) await api.db.media.trash(people.owner.id, made.id)
  return made.id
}

/** One for all: nothing can be done to it. */
let trashed: Promise<number> | undefined

/** Each asker has a lesson to try it on: what one does to it, the next must not feel. Routes that are of no lesson need none. */
async function contextOf(name: RouteName, state: State, asker: Asker): Promise<Context & { holder: string }> {
  const { path } = routes[name]
  const isLasting = state === 'deleted' && name !== 'restoreLesson'
  const isTried = isOfLesson(name) || name === 'placeLessons'
  const id = isTried ? await (isLasting ? (trashed ??= lessonIn(state)) : lessonIn(state)) : 0
  const folderId = path === '/api/folders/:id' ? await ownersFolder() : 0
  const templateId = path.includes('/templates/') ? await publishedTemplate() : 0
  const mediaId = path.startsWith('/api/media/:id') ? await ownersFilm(name === 'purgeMedia') : 0
  const versions = path.includes(':versionId') ? await versionsOf(id) : { versionId: 0, namedId: 0 }
  const needsClass = path.includes('/classes') || asker === 'classmate'
  const classId = needsClass ? await classOf(id) : 0
  const needsLink = id > 0 && (asker === 'holder' || path.includes(':linkId'))
  const { linkId, holder } = needsLink ? await linkTo(id) : { linkId: 0, holder: '' }
  const classmateId = people.classmate.id
  return {
    id,
    memberId: anyone.id,
    mediaUrl,
    mediaId,
    folderId,
    templateId,
    ...versions,
    classId,
    linkId,
    holder,
    classmateId,
  }
}

/** A link to that lesson, and the token that it gives. */
async function linkTo(id: number): Promise<{ linkId: number; holder: string }> {
  const made = await api.db.links.create({ lessonId: id, createdBy: people.owner.id, days: 1, withCode: false })
  if (made === 'too_many') throw new Error('too many links')
  return { linkId: made.link.id, holder: (await api.db.tokens.signLink(made.link)).token }
}

const isOfLesson = (name: RouteName) => routes[name].path.startsWith('/api/lessons/:id')

async function statusesOf(name: RouteName, row: Row, state: State): Promise<Record<Asker, number>> {
  const statuses = askers.map(async (asker) => {
    const context = await contextOf(name, state, asker)
    const anonymous = client(api.url, asker === 'holder' && context.holder !== '' ? context.holder : undefined)
    const call: Call = asker === 'nobody' || asker === 'holder' ? anonymous : people[asker].call
    const input = row.input?.(context) ?? {}
    return [asker, (await call(name, input as Parameters<Call>[1])).status] as const
  })
  return Object.fromEntries(await Promise.all(statuses)) as Record<Asker, number>
}

/** What a row says of that state, for everybody. null: nothing. Of what is in the trash nobody knows, but who may take it out. */
function expectedOf(name: RouteName, state: State): Record<Asker, number> | null {
  const row = table[name]
  if (state === 'deleted' && !isOfLesson(name)) return null
  const said =
    state === 'deleted' ? hidden.replace(/404 404$/, name === 'restoreLesson' ? '200 200' : '404 404') : row[state]
  if (said === undefined) return null
  const statuses = said.split(' ').map(Number)
  const of = Object.fromEntries(columns.map((asker, place) => [asker, statuses[place]])) as Record<Asker, number>
  return { ...of, holder: row.byLink?.[state] ?? of.nobody, classmate: row.classmate ?? of.pupil }
}

const cases = (Object.keys(table) as RouteName[]).flatMap((name) =>
  (['draft', 'open', 'shared', 'deleted'] as const).flatMap((state) => {
    const expected = expectedOf(name, state)
    return expected === null ? [] : [{ name, state, expected }]
  }),
)

describe('who may what', () => {
  it('is decided in this table for every route', () => {
    expect(Object.keys(table).toSorted()).toEqual(Object.keys(routes).toSorted())
  })

  it.each(cases)('$name, $state', async ({ name, state, expected }) => {
    expect(await statusesOf(name, table[name], state)).toEqual(expected)
  })
})
