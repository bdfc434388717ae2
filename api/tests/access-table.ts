/** Who may what on every route: the statuses that each asker gets. `access.test.ts` tries them. */
import type { RouteName } from '@anawim/api/contract'
import sharp from 'sharp'
import { PASSWORD } from './people.ts'

const png = new Uint8Array(
  await sharp({ create: { width: 4, height: 4, channels: 3, background: '#f00' } })
    .png()
    .toBuffer(),
)

export function picture(): FormData {
  const form = new FormData()
  form.append('file', new Blob([png]), 'dot.png')
  return form
}

/** Those who ask, in the order of the columns below. `viewer` and `editor` are teachers who are members; `pupil` is a student who is a viewer. */
export const columns = [
  'nobody',
  'suspended',
  'student',
  'pupil',
  'stranger',
  'viewer',
  'editor',
  'owner',
  'admin',
] as const
/**
 * And two that need no column of their own: who holds a link to the lesson gets what nobody gets, unless a row says what they get `byLink`;
 * a student of the class that it is shared with gets what the pupil gets.
 */
export const askers = [...columns, 'holder', 'classmate'] as const
export type Asker = (typeof askers)[number]
export type State = 'draft' | 'open' | 'shared' | 'deleted'

export interface Context {
  id: number
  memberId: number
  mediaUrl: string
  /** A film of the owner. */
  mediaId: number
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
  classmateId: number
}

export interface Row {
  /** What is sent, when it was not the same for everybody. */
  input?: (context: Context) => object
  /** The status for each asker: of a draft, or of anything that is no lesson. */
  draft: string
  /** Of a lesson that is published to everyone; as for a draft when it is not said. */
  open?: string
  /** Of a lesson that is published to its members. */
  shared?: string
  /** The status for a student of the class, where it is not that of the pupil. */
  classmate?: number
  /** The status for who holds a link. */
  byLink?: Partial<Record<State, number>>
}

const lesson = ({ id }: Context) => ({ params: { id } })
const version = ({ id, versionId }: Context) => ({ params: { id, versionId } })
const template = ({ templateId }: Context) => ({ params: { id: templateId } })
const ofClass = ({ classId }: Context) => ({ params: { id: classId } })
const media = ({ mediaId }: Context) => ({ params: { id: mediaId } })
const upload = () => ({ params: { uploadId: 'x'.repeat(22) } })
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
export const hidden = '401 401 404 404 404 404 404 404 404'
const ownersOk = '401 401 404 404 404 404 404 200 404'
const teachersOk = '401 401 403 403 200 200 200 200 200'
const classTeachersOk = '401 401 404 404 404 404 404 200 200'
const created = (row: typeof editorsOk) => ({
  draft: row.draft.replaceAll('200', '201'),
  open: row.open.replaceAll('200', '201'),
  shared: row.shared.replaceAll('200', '201'),
})
export const table: Record<RouteName, Row> = {
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
  leaveClass: { input: ofClass, draft: hidden, classmate: 204 },
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
    input: ({ classId, classmateId }) => ({ params: { id: classId, userId: classmateId } }),
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
  startUpload: { draft: '401 401 403 403 400 400 400 400 400' },
  uploadState: { input: upload, draft: '401 401 403 403 404 404 404 404 404' },
  continueUpload: { input: upload, draft: '401 401 403 403 404 404 404 404 404' },
  cancelUpload: { input: upload, draft: '401 401 403 403 404 404 404 404 404' },
  listMedia: { draft: teachersOk },
  getMedia: { input: media, draft: ownersOk },
  updateMedia: { input: (context) => ({ ...media(context), body: { alt: 'Bản đồ' } }), draft: ownersOk },
  setMediaPoster: { input: (context) => ({ ...media(context), form: picture() }), draft: ownersOk },
  deleteMedia: { input: media, draft: ownersOk.replaceAll('200', '204') },
  restoreMedia: { input: media, draft: ownersOk },
  purgeMedia: { input: media, draft: ownersOk.replaceAll('200', '204') },
  listMediaUses: { input: media, draft: ownersOk },
  // An address of the server itself.
  importMedia: { input: () => ({ body: { url: 'http://127.0.0.1/' } }), draft: '401 401 403 403 422 422 422 422 422' },
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
