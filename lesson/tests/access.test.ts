import { describe, expect, test } from 'vitest'
import {
  allowedActions,
  judge,
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
 *  read edit duplicate seeMembers publish share delete restore */
const table: Readonly<Record<RoleName, Readonly<Record<Relation, Readonly<Record<State, string>>>>>> = {
  admin: {
    author: {
      draft: 'AAAAAAAA',
      published: 'AAAAAAAA',
      public: 'AAAAAAAA',
      'draft public': 'AAAAAAAA',
      trashed: 'hhhhhhhA',
      template: 'AAAfffff',
    },
    editor: {
      draft: 'AAAAAAAA',
      published: 'AAAAAAAA',
      public: 'AAAAAAAA',
      'draft public': 'AAAAAAAA',
      trashed: 'hhhhhhhA',
      template: 'AAAfffff',
    },
    viewer: {
      draft: 'AAAAAAAA',
      published: 'AAAAAAAA',
      public: 'AAAAAAAA',
      'draft public': 'AAAAAAAA',
      trashed: 'hhhhhhhA',
      template: 'AAAfffff',
    },
    stranger: {
      draft: 'AAAAAAAA',
      published: 'AAAAAAAA',
      public: 'AAAAAAAA',
      'draft public': 'AAAAAAAA',
      trashed: 'hhhhhhhA',
      template: 'AAAfffff',
    },
  },
  teacher: {
    author: {
      draft: 'AAAAAAAA',
      published: 'AAAAAAAA',
      public: 'AAAAAAAA',
      'draft public': 'AAAAAAAA',
      trashed: 'hhhhhhhA',
      template: 'hhhhhhhh',
    },
    editor: {
      draft: 'AAAAffff',
      published: 'AAAAffff',
      public: 'AAAAffff',
      'draft public': 'AAAAffff',
      trashed: 'hhhhhhhh',
      template: 'hhhhhhhh',
    },
    viewer: {
      draft: 'AfAfffff',
      published: 'AfAfffff',
      public: 'AfAfffff',
      'draft public': 'AfAfffff',
      trashed: 'hhhhhhhh',
      template: 'hhhhhhhh',
    },
    stranger: {
      draft: 'hhhhhhhh',
      published: 'hhhhhhhh',
      public: 'AfAfffff',
      'draft public': 'hhhhhhhh',
      trashed: 'hhhhhhhh',
      template: 'hhhhhhhh',
    },
  },
  student: {
    // A teacher who became a student: their lessons are no longer theirs to change.
    author: {
      draft: 'hhhhhhhh',
      published: 'hhhhhhhh',
      public: 'Afffffff',
      'draft public': 'hhhhhhhh',
      trashed: 'hhhhhhhh',
      template: 'hhhhhhhh',
    },
    editor: {
      draft: 'hhhhhhhh',
      published: 'Afffffff',
      public: 'Afffffff',
      'draft public': 'hhhhhhhh',
      trashed: 'hhhhhhhh',
      template: 'hhhhhhhh',
    },
    viewer: {
      draft: 'hhhhhhhh',
      published: 'Afffffff',
      public: 'Afffffff',
      'draft public': 'hhhhhhhh',
      trashed: 'hhhhhhhh',
      template: 'hhhhhhhh',
    },
    stranger: {
      draft: 'hhhhhhhh',
      published: 'hhhhhhhh',
      public: 'Afffffff',
      'draft public': 'hhhhhhhh',
      trashed: 'hhhhhhhh',
      template: 'hhhhhhhh',
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
})
