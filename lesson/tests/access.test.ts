import { describe, expect, test } from 'vitest'
import {
  allowedActions,
  judge,
  judgeClass,
  judgeLinkHolder,
  lessonActions,
  roleNames,
  roles,
  type LessonFacts,
  type MemberRole,
  type Person,
  type RoleName,
  type Verdict,
} from '@anawim/lesson'

const ME = 1
const OTHER = 2

/** What a person is to a lesson. */
const relations = ['author', 'editor', 'viewer', 'stranger'] as const
type Relation = (typeof relations)[number]

const states = ['draft', 'published', 'public', 'draft public', 'trashed', 'template'] as const
type State = (typeof states)[number]

const person = (role: RoleName): Person => ({ id: ME, role, isActive: true })

function facts(relation: Relation, state: State): LessonFacts {
  const members = new Map<number, MemberRole>(relation === 'editor' || relation === 'viewer' ? [[ME, relation]] : [])
  return {
    authorId: relation === 'author' ? ME : OTHER,
    status: state === 'draft' || state === 'draft public' ? 'draft' : 'published',
    isPublic: state === 'public' || state === 'draft public' || state === 'trashed' || state === 'template',
    isDeleted: state === 'trashed',
    isTemplate: state === 'template',
    members,
  }
}

/** A allowed, f forbidden (403), h hidden (404); one letter an action, in the order of `lessonActions`:
 *  read edit duplicate seeMembers publish share delete restore transfer leave */
const table: Readonly<Record<RoleName, Readonly<Record<Relation, Readonly<Record<State, string>>>>>> = {
  admin: {
    author: {
      draft: 'AAAAAAAAAf',
      published: 'AAAAAAAAAf',
      public: 'AAAAAAAAAf',
      'draft public': 'AAAAAAAAAf',
      trashed: 'hhhhhhhAhh',
      template: 'AAAfffffff',
    },
    editor: {
      draft: 'AAAAAAAAAA',
      published: 'AAAAAAAAAA',
      public: 'AAAAAAAAAA',
      'draft public': 'AAAAAAAAAA',
      trashed: 'hhhhhhhAhh',
      template: 'AAAfffffff',
    },
    viewer: {
      draft: 'AAAAAAAAAA',
      published: 'AAAAAAAAAA',
      public: 'AAAAAAAAAA',
      'draft public': 'AAAAAAAAAA',
      trashed: 'hhhhhhhAhh',
      template: 'AAAfffffff',
    },
    stranger: {
      draft: 'AAAAAAAAAf',
      published: 'AAAAAAAAAf',
      public: 'AAAAAAAAAf',
      'draft public': 'AAAAAAAAAf',
      trashed: 'hhhhhhhAhh',
      template: 'AAAfffffff',
    },
  },
  teacher: {
    author: {
      draft: 'AAAAAAAAAf',
      published: 'AAAAAAAAAf',
      public: 'AAAAAAAAAf',
      'draft public': 'AAAAAAAAAf',
      trashed: 'hhhhhhhAhh',
      template: 'hhhhhhhhhh',
    },
    editor: {
      draft: 'AAAAfffffA',
      published: 'AAAAfffffA',
      public: 'AAAAfffffA',
      'draft public': 'AAAAfffffA',
      trashed: 'hhhhhhhhhh',
      template: 'hhhhhhhhhh',
    },
    viewer: {
      draft: 'AfAffffffA',
      published: 'AfAffffffA',
      public: 'AfAffffffA',
      'draft public': 'AfAffffffA',
      trashed: 'hhhhhhhhhh',
      template: 'hhhhhhhhhh',
    },
    stranger: {
      draft: 'hhhhhhhhhh',
      published: 'hhhhhhhhhh',
      public: 'AfAfffffff',
      'draft public': 'hhhhhhhhhh',
      trashed: 'hhhhhhhhhh',
      template: 'hhhhhhhhhh',
    },
  },
  student: {
    // A teacher who became a student: their lessons are no longer theirs to change.
    author: {
      draft: 'hhhhhhhhhh',
      published: 'hhhhhhhhhh',
      public: 'Afffffffff',
      'draft public': 'hhhhhhhhhh',
      trashed: 'hhhhhhhhhh',
      template: 'hhhhhhhhhh',
    },
    editor: {
      draft: 'hhhhhhhhhh',
      published: 'Afffffffff',
      public: 'Afffffffff',
      'draft public': 'hhhhhhhhhh',
      trashed: 'hhhhhhhhhh',
      template: 'hhhhhhhhhh',
    },
    viewer: {
      draft: 'hhhhhhhhhh',
      published: 'Afffffffff',
      public: 'Afffffffff',
      'draft public': 'hhhhhhhhhh',
      trashed: 'hhhhhhhhhh',
      template: 'hhhhhhhhhh',
    },
    stranger: {
      draft: 'hhhhhhhhhh',
      published: 'hhhhhhhhhh',
      public: 'Afffffffff',
      'draft public': 'hhhhhhhhhh',
      trashed: 'hhhhhhhhhh',
      template: 'hhhhhhhhhh',
    },
  },
}

const letters: Readonly<Record<string, Verdict>> = { A: 'allowed', f: 'forbidden', h: 'hidden' }

const rows = roleNames.flatMap((role) =>
  relations.flatMap((relation) =>
    states.map((state) => ({ role, relation, state, row: table[role][relation][state] })),
  ),
)

describe('who may what', () => {
  test('is written out for every action', () => {
    expect(lessonActions).toStrictEqual([
      'read',
      'edit',
      'duplicate',
      'seeMembers',
      'publish',
      'share',
      'delete',
      'restore',
      'transfer',
      'leave',
    ])
    for (const { row } of rows) expect(row).toHaveLength(lessonActions.length)
  })

  test.each(rows)('$role, $relation, $state: $row', ({ role, relation, state, row }) => {
    const lesson = facts(relation, state)
    const judged = lessonActions.map((action) => judge(person(role), action, lesson))
    expect(judged).toStrictEqual(row.split('').map((letter) => letters[letter]))
    expect(allowedActions(person(role), lesson)).toStrictEqual(
      lessonActions.filter((_action, place) => row[place] === 'A'),
    )
  })

  test.each(rows)('$role, $relation, $state: nothing while suspended', ({ role, relation, state }) => {
    const suspended = { ...person(role), isActive: false }
    for (const action of lessonActions) expect(judge(suspended, action, facts(relation, state))).toBe('hidden')
  })

  test('only teachers and admins create, only admins administer', () => {
    expect(roleNames).toStrictEqual(['admin', 'teacher', 'student'])
    expect(roleNames.filter((name) => roles[name].createsLessons)).toStrictEqual(['admin', 'teacher'])
    expect(roleNames.filter((name) => roles[name].administers)).toStrictEqual(['admin'])
  })

  test('who holds a link reads that one lesson while it is published, and does nothing else', () => {
    const holder = { linkId: 1, lessonId: 7 }
    for (const state of states) {
      const verdicts = lessonActions.map((action) => judgeLinkHolder(holder, action, 7, facts('stranger', state)))
      const isOpen = state === 'published' || state === 'public'
      const expected = lessonActions.map((action) => (!isOpen ? 'hidden' : action === 'read' ? 'allowed' : 'forbidden'))
      expect({ state, verdicts }).toStrictEqual({ state, verdicts: expected })
      expect(judgeLinkHolder(holder, 'read', 8, facts('stranger', state))).toBe('hidden')
    }
  })

  test('a class is known to its teacher and to admins alone', () => {
    const verdicts = roleNames.flatMap((role) =>
      [ME, OTHER].map((teacherId) => `${role} ${judgeClass(person(role), { teacherId })}`),
    )
    expect(verdicts).toStrictEqual([
      'admin allowed',
      'admin allowed',
      'teacher allowed',
      'teacher hidden',
      'student hidden',
      'student hidden',
    ])
    expect(judgeClass({ ...person('admin'), isActive: false }, { teacherId: ME })).toBe('hidden')
  })
})
