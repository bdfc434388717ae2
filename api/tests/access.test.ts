import { routes, type RouteName } from '@anawim/api/contract'
import { newContent } from '@anawim/lesson'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { startApi, type ApiServer } from './api-server.ts'
import { client, type Call } from './client.ts'
import { lessonOf, PASSWORD, person, type Someone } from './people.ts'

/** Those who ask, in the order of the columns below. `viewer` and `editor` are teachers who are members; `pupil` is a student who is a viewer. */
const columns = ['nobody', 'suspended', 'student', 'pupil', 'stranger', 'viewer', 'editor', 'owner', 'admin'] as const
/**
 * And two that need no column of their own: who holds a link to the lesson gets what nobody gets, unless a row says what they get `byLink`;
 * a student of the class that it is shared with gets what the pupil gets.
 */
const askers = [...columns, 'holder', 'classmate'] as const
type Asker = (typeof askers)[number]
type State = 'draft' | 'open' | 'shared' | 'deleted'

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
  /** Of the owner, with the classmate in it. */
  classId: number
  linkId: number
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
  /** The status for who holds a link. */
  byLink?: Partial<Record<State, number>>
}

const lesson = ({ id }: Context) => ({ params: { id } })
const version = ({ id, versionId }: Context) => ({ params: { id, versionId } })
const template = ({ templateId }: Context) => ({ params: { id: templateId } })
const ofClass = ({ classId }: Context) => ({ params: { id: classId } })
const everybody = (status: number) => columns.map(() => status).join(' ')

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
const hidden = '401 401 404 404 404 404 404 404 404'
const teachersOk = '401 401 403 403 200 200 200 200 200'
const classTeachersOk = '401 401 404 404 404 404 404 200 200'
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
  codeLogin: { input: () => ({ body: { code: 'ABCD-EFGH-JKMN' } }), draft: everybody(401) },
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
    byLink: { draft: 404, open: 200, shared: 200, deleted: 404 },
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
  leaveLesson: {
    input: lesson,
    draft: '401 401 404 404 404 204 204 403 403',
    open: '401 401 403 403 403 204 204 403 403',
    shared: '401 401 404 403 404 204 204 403 403',
  },
  transferLesson: {
    // Nobody edits it of that name: who may ask is told so.
    input: (context) => ({ ...lesson(context), body: { user_id: context.memberId } }),
    draft: authorsOkDraft.replaceAll('200', '422'),
    open: authorsOk.replaceAll('200', '422'),
  },
  listSharedClasses: {
    input: lesson,
    draft: '401 401 404 404 404 403 200 200 200',
    open: '401 401 403 403 403 403 200 200 200',
  },
  shareWithClass: {
    input: (context) => ({ ...lesson(context), body: { class_id: context.classId } }),
    draft: authorsOkDraft.replaceAll('200', '201'),
    open: authorsOk.replaceAll('200', '201'),
  },
  unshareWithClass: {
    input: ({ id, classId }) => ({ params: { id, classId } }),
    draft: authorsOkDraft.replaceAll('200', '204'),
    open: authorsOk.replaceAll('200', '204'),
  },
  listLinks: { input: lesson, draft: authorsOkDraft, open: authorsOk },
  createLink: {
    input: (context) => ({ ...lesson(context), body: {} }),
    draft: authorsOkDraft.replaceAll('200', '201'),
    open: authorsOk.replaceAll('200', '201'),
  },
  removeLink: {
    input: ({ id, linkId }) => ({ params: { id, linkId } }),
    draft: authorsOkDraft.replaceAll('200', '204'),
    open: authorsOk.replaceAll('200', '204'),
  },
  openLink: { input: () => ({ body: { secret: 'x'.repeat(22) } }), draft: everybody(404) },
  findPeople: { input: () => ({ query: { search: 'an' } }), draft: teachersOk },
  listClasses: { draft: loggedIn },
  createClass: { input: () => ({ body: { name: '6A' } }), draft: teachersOk.replaceAll('200', '201') },
  joinClass: { input: () => ({ body: { code: 'ABCDEF' } }), draft: '401 401 403 403 403 403 403 403 403' },
  getClass: { input: ofClass, draft: classTeachersOk },
  updateClass: { input: (context) => ({ ...ofClass(context), body: { name: '6B' } }), draft: classTeachersOk },
  deleteClass: { input: ofClass, draft: classTeachersOk.replaceAll('200', '204') },
  openClass: { input: ofClass, draft: classTeachersOk },
  closeClass: { input: ofClass, draft: classTeachersOk },
  listPupils: { input: ofClass, draft: classTeachersOk },
  createPupils: {
    input: (context) => ({ ...ofClass(context), body: { names: ['Lê An'] } }),
    draft: classTeachersOk.replaceAll('200', '201'),
  },
  removePupil: {
    input: ({ classId }) => ({ params: { id: classId, userId: people.classmate.id } }),
    draft: classTeachersOk.replaceAll('200', '204'),
  },
  renewCodes: {
    // Of somebody who is in no class of theirs.
    input: (context) => ({ ...ofClass(context), body: { user_ids: [context.memberId] } }),
    draft: classTeachersOk.replaceAll('200', '422'),
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
let people: Record<Exclude<Asker, 'nobody' | 'holder'>, Someone>
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
  const versions = path.includes(':versionId') ? await versionsOf(id) : { versionId: 0, namedId: 0 }
  const needsClass = path.includes('/classes') || asker === 'classmate'
  const classId = needsClass ? await classOf(id) : 0
  const needsLink = id > 0 && (asker === 'holder' || path.includes(':linkId'))
  const { linkId, holder } = needsLink ? await linkTo(id) : { linkId: 0, holder: '' }
  return { id, memberId: anyone.id, mediaUrl, folderId, templateId, ...versions, classId, linkId, holder }
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
  return { ...of, holder: row.byLink?.[state] ?? of.nobody, classmate: of.pupil }
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
