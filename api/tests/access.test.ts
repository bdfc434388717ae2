import { routes, type RouteName } from '@anawim/api/contract'
import { newContent } from '@anawim/lesson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { startApi, type ApiServer } from './api-server.ts'
import { client, type Call } from './client.ts'
import { lessonOf, PASSWORD, person, type Someone } from './people.ts'

/** Those who ask, in the order of the columns below. `viewer` and `editor` are teachers who are members; `pupil` is a student who is a viewer. */
const askers = ['nobody', 'suspended', 'student', 'pupil', 'stranger', 'viewer', 'editor', 'owner', 'admin'] as const
type Asker = (typeof askers)[number]

interface Context {
  id: number
  memberId: number
  mediaUrl: string
  /** Of the lesson; nobody named it. */
  versionId: number
  /** Of the lesson; its owner named it. */
  namedId: number
  /** Of the owner. */
  folderId: number
  /** A published template. */
  templateId: number
}

interface Row {
  /** What is sent, when it was not the same for everybody. */
  input?: (context: Context) => object
  /** The status for each asker: of a draft, or of anything that is no lesson. */
  draft: string
  /** Of a lesson that is published to everyone; as for a draft when it is not said. */
  open?: string
  /** Of a lesson that is published to its members. */
  shared?: string
}

const lesson = ({ id }: Context) => ({ params: { id } })
const version = ({ id, versionId }: Context) => ({ params: { id, versionId } })
const template = ({ templateId }: Context) => ({ params: { id: templateId } })
const everybody = (status: number) => askers.map(() => status).join(' ')

//  nobody suspended student pupil stranger viewer editor owner admin
const loggedIn = '401 401 200 200 200 200 200 200 200'
const adminsOk = '401 401 403 403 403 403 403 403 200'
const adminsOnly = '401 401 403 403 403 403 403 403 200'
const authorsOk = '401 401 403 403 403 403 403 200 200'
const authorsOkDraft = '401 401 404 404 404 403 403 200 200'
const editorsOk = {
  draft: '401 401 404 404 404 403 200 200 200',
  open: '401 401 403 403 403 403 200 200 200',
  shared: '401 401 404 403 404 403 200 200 200',
}
const created = (row: typeof editorsOk) => ({
  draft: row.draft.replaceAll('200', '201'),
  open: row.open.replaceAll('200', '201'),
  shared: row.shared.replaceAll('200', '201'),
})
const table: Record<RouteName, Row> = {
  authOptions: { draft: everybody(200) },
  register: {
    input: () => ({ body: { email: `${crypto.randomUUID()}@school.vn`, password: PASSWORD, full_name: 'Bình' } }),
    draft: everybody(201),
  },
  login: { input: () => ({ body: { email: 'nobody@school.vn', password: PASSWORD } }), draft: everybody(401) },
  me: { draft: loggedIn },
  refresh: { draft: everybody(401) },
  logout: { draft: everybody(204) },
  forgotPassword: { input: () => ({ body: { email: 'nobody@school.vn' } }), draft: everybody(204) },
  resetPassword: { input: () => ({ body: { token: 'x', password: PASSWORD } }), draft: everybody(404) },
  seeInvitation: { input: () => ({ body: { token: 'x' } }), draft: everybody(404) },
  acceptInvitation: {
    input: () => ({ body: { token: 'x', password: PASSWORD, full_name: 'Bình' } }),
    draft: everybody(404),
  },
  oidcStart: { draft: everybody(404) },
  oidcCallback: { draft: everybody(404) },
  updateProfile: { input: () => ({ body: {} }), draft: loggedIn },
  uploadAvatar: { input: () => ({ form: picture() }), draft: loggedIn },
  removeAvatar: { draft: loggedIn },
  changePassword: {
    input: () => ({ body: { old_password: 'not this one', new_password: PASSWORD } }),
    draft: loggedIn.replaceAll('200', '422'),
  },
  listSessions: { draft: loggedIn },
  endSession: { input: () => ({ params: { sessionId: 1 } }), draft: loggedIn.replaceAll('200', '404') },
  endOtherSessions: { draft: loggedIn.replaceAll('200', '204') },
  listLessons: { draft: loggedIn },
  lessonFacets: { draft: loggedIn },
  createLesson: {
    input: () => ({ body: { title: 'Số nguyên' } }),
    draft: '401 401 403 403 201 201 201 201 201',
  },
  getLesson: {
    input: lesson,
    draft: '401 401 404 404 404 200 200 200 200',
    open: loggedIn,
    shared: '401 401 404 200 404 200 200 200 200',
  },
  liveLesson: {
    input: lesson,
    draft: '401 401 404 404 404 200 200 200 200',
    open: loggedIn,
    shared: '401 401 404 200 404 200 200 200 200',
  },
  updateLesson: {
    input: (context) => ({ ...lesson(context), body: { title: 'Tên mới' } }),
    draft: '401 401 404 404 404 403 200 200 200',
    open: '401 401 403 403 403 403 200 200 200',
    shared: '401 401 404 403 404 403 200 200 200',
  },
  collabToken: {
    input: (context) => ({ ...lesson(context), body: {} }),
    draft: '401 401 404 404 404 403 200 200 200',
    open: '401 401 403 403 403 403 200 200 200',
    shared: '401 401 404 403 404 403 200 200 200',
  },
  deleteLesson: {
    input: lesson,
    draft: authorsOkDraft.replaceAll('200', '204'),
    open: authorsOk.replaceAll('200', '204'),
  },
  restoreLesson: { input: lesson, draft: authorsOkDraft, open: authorsOk },
  publishLesson: {
    input: (context) => ({ ...lesson(context), body: { is_public: true } }),
    draft: authorsOkDraft,
    open: authorsOk,
  },
  unpublishLesson: { input: lesson, draft: authorsOkDraft, open: authorsOk },
  duplicateLesson: {
    input: lesson,
    draft: '401 401 404 404 404 201 201 201 201',
    open: '401 401 403 403 201 201 201 201 201',
    shared: '401 401 404 403 404 201 201 201 201',
  },
  listMembers: {
    input: lesson,
    draft: '401 401 404 404 404 403 200 200 200',
    open: '401 401 403 403 403 403 200 200 200',
  },
  addMember: {
    input: ({ id, memberId }) => ({ params: { id }, body: { user_id: memberId, role: 'viewer' } }),
    draft: authorsOkDraft.replaceAll('200', '201'),
    open: authorsOk.replaceAll('200', '201'),
  },
  removeMember: {
    input: ({ id, memberId }) => ({ params: { id, userId: memberId } }),
    draft: authorsOkDraft.replaceAll('200', '204'),
    open: authorsOk.replaceAll('200', '204'),
  },
  listVersions: { input: lesson, ...editorsOk },
  keepVersion: { input: (context) => ({ ...lesson(context), body: { name: 'Bản một' } }), ...created(editorsOk) },
  getVersion: { input: version, ...editorsOk },
  renameVersion: { input: (context) => ({ ...version(context), body: { name: 'Bản hai' } }), ...editorsOk },
  removeVersion: {
    input: ({ id, namedId }) => ({ params: { id, versionId: namedId } }),
    draft: authorsOkDraft.replaceAll('200', '204'),
    open: authorsOk.replaceAll('200', '204'),
  },
  restoreVersion: { input: (context) => ({ ...version(context), body: {} }), ...created(editorsOk) },
  lessonState: { input: lesson, ...editorsOk },
  listTemplates: { draft: '401 401 403 403 200 200 200 200 200' },
  getTemplate: { input: template, draft: '401 401 403 403 200 200 200 200 200' },
  proposeTemplate: {
    input: (context) => ({ ...lesson(context), body: { name: 'Mẫu', language: 'vi', category: 'other' } }),
    draft: authorsOkDraft.replaceAll('200', '201'),
    open: authorsOk.replaceAll('200', '201'),
  },
  listAllTemplates: { draft: adminsOk },
  createTemplate: {
    input: () => ({ body: { name: 'Mẫu', language: 'vi', category: 'other' } }),
    draft: adminsOk.replaceAll('200', '201'),
  },
  orderTemplates: {
    input: ({ templateId }) => ({ body: { ids: [templateId] } }),
    draft: adminsOk.replaceAll('200', '204'),
  },
  updateTemplate: { input: (context) => ({ ...template(context), body: {} }), draft: adminsOk },
  openTemplate: { input: template, draft: adminsOk },
  publishTemplate: { input: template, draft: adminsOk },
  withdrawTemplate: { input: template, draft: adminsOk },
  removeTemplate: { input: template, draft: adminsOk.replaceAll('200', '204') },
  listFolders: { draft: loggedIn },
  createFolder: { input: () => ({ body: { name: crypto.randomUUID() } }), draft: loggedIn.replaceAll('200', '201') },
  renameFolder: {
    input: ({ folderId }) => ({ params: { id: folderId }, body: { name: 'Khác' } }),
    draft: '401 401 404 404 404 404 404 200 404',
  },
  removeFolder: {
    input: ({ folderId }) => ({ params: { id: folderId } }),
    draft: '401 401 404 404 404 404 404 204 404',
  },
  placeLessons: {
    input: ({ id }) => ({ body: { lesson_ids: [id], is_favourite: true } }),
    draft: '401 401 404 404 404 204 204 204 204',
    open: loggedIn.replaceAll('200', '204'),
    shared: '401 401 404 204 404 204 204 204 204',
  },
  uploadMedia: { input: () => ({ form: picture() }), draft: '401 401 403 403 201 201 201 201 201' },
  mediaFile: {
    input: ({ mediaUrl }) => {
      const [, , token, file] = mediaUrl.split('/')
      return { params: { token, file } }
    },
    draft: everybody(200),
  },
  listUsers: { draft: '401 401 403 403 403 403 403 403 200' },
  updateUser: {
    input: ({ memberId }) => ({ params: { id: memberId }, body: {} }),
    draft: '401 401 403 403 403 403 403 403 200',
  },
  setTemporaryPassword: { input: ({ memberId }) => ({ params: { id: memberId } }), draft: adminsOnly },
  listInvitations: { draft: adminsOnly },
  invite: {
    input: () => ({ body: { email: `${crypto.randomUUID()}@school.vn`, role: 'teacher' } }),
    draft: adminsOnly.replace('200', '201'),
  },
  withdrawInvitation: { input: () => ({ params: { id: 2_000_000 } }), draft: adminsOnly.replace('200', '404') },
  listMails: { draft: adminsOnly },
  health: { draft: everybody(200) },
  ready: { draft: everybody(200) },
  metrics: { draft: everybody(200) },
  openApi: { draft: everybody(200) },
  apiDocs: { draft: everybody(200) },
}

let png: Uint8Array<ArrayBuffer>
function picture(): FormData {
  const form = new FormData()
  form.append('file', new Blob([png]), 'dot.png')
  return form
}

let api: ApiServer
let people: Record<Exclude<Asker, 'nobody'>, Someone>
let anyone: Someone
let mediaUrl: string

beforeAll(async () => {
  png = new Uint8Array(
    await sharp({ create: { width: 4, height: 4, channels: 3, background: '#f00' } })
      .png()
      .toBuffer(),
  )
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
  }
  anyone = await person(api, 'teacher')
  await api.db.users.update(people.suspended.id, { isActive: false })
  mediaUrl = (await people.owner.call('uploadMedia', { form: picture() })).answer.url
})
afterAll(() => api.close())

/** A lesson of the owner, in that state, with its members. */
function lessonIn(state: 'draft' | 'open' | 'shared'): Promise<number> {
  const { owner, viewer, editor, pupil, suspended } = people
  return lessonOf(api, owner, {
    members: [
      [viewer, 'viewer'],
      [editor, 'editor'],
      [pupil, 'viewer'],
      [suspended, 'editor'],
      [anyone, 'viewer'],
    ],
    published: state === 'draft' ? undefined : state === 'open' ? 'public' : 'members',
  })
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

/** Each asker has a lesson to try it on: what one does to it, the next must not feel. Routes that are of no lesson need none. */
async function contextOf(name: RouteName, state: 'draft' | 'open' | 'shared'): Promise<Context> {
  const { path } = routes[name]
  const id = path.startsWith('/api/lessons/:id') || name === 'placeLessons' ? await lessonIn(state) : 0
  const folderId = path === '/api/folders/:id' ? await ownersFolder() : 0
  const versions = path.includes(':versionId') ? await versionsOf(id) : { versionId: 0, namedId: 0 }
  const templateId = path.includes('/templates/') ? await publishedTemplate() : 0
  return { id, memberId: anyone.id, mediaUrl, folderId, templateId, ...versions }
}

async function statusesOf(name: RouteName, row: Row, state: 'draft' | 'open' | 'shared'): Promise<string> {
  const statuses = askers.map(async (asker) => {
    const call: Call = asker === 'nobody' ? client(api.url) : people[asker].call
    const input = row.input?.(await contextOf(name, state)) ?? {}
    return (await call(name, input as Parameters<Call>[1])).status
  })
  return (await Promise.all(statuses)).join(' ')
}

const cases = (Object.keys(table) as RouteName[]).flatMap((name) =>
  (['draft', 'open', 'shared'] as const).flatMap((state) => {
    const expected = table[name][state]
    return expected === undefined ? [] : [{ name, state, expected }]
  }),
)

describe('who may what', () => {
  it('is decided in this table for every route', () => {
    expect(Object.keys(table).toSorted()).toEqual(Object.keys(routes).toSorted())
  })

  it.each(cases)('$name, $state', async ({ name, state, expected }) => {
    expect(await statusesOf(name, table[name], state)).toBe(expected)
  })

  it('lets nobody but the author and admins know of what is in the trash', async () => {
    const id = await lessonIn('open')
    await api.db.lessons.trash(id)
    const statuses = { owner: 200, admin: 200, editor: 404, viewer: 404, pupil: 404, student: 404, stranger: 404 }
    for (const [asker, status] of Object.entries(statuses) as [keyof typeof statuses, number][]) {
      const { call } = people[asker]
      const got = [
        (await call('getLesson', { params: { id } })).status,
        (await call('listMembers', { params: { id } })).status,
        (await call('restoreLesson', { params: { id } })).status,
      ]
      expect({ asker, got }).toEqual({ asker, got: [404, 404, status] })
      await api.db.lessons.trash(id)
    }
  })
})
