import type { LessonRow } from '@anawim/db'
import type { Response } from 'express'
import { allowedActions, type LessonFacts, type MemberRole, type Person } from '@anawim/lesson'
import type { Lesson } from '../contract/index.ts'
import type { Login } from '../http/handler.ts'
import { lessonEtag } from './lesson-etag.ts'

/** A lesson as this person gets it. `facts` need to know of this person's membership only. */
export function presentLesson(row: LessonRow, person: Person, facts: LessonFacts): Lesson {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    thumbnail: row.thumbnail,
    level: row.level,
    topic: row.topic,
    duration: row.duration,
    status: row.status,
    is_public: row.isPublic,
    author: { id: row.author.id, full_name: row.author.fullName },
    template_id: row.templateId,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    published_at: row.publishedAt?.toISOString() ?? null,
    deleted_at: row.deletedAt?.toISOString() ?? null,
    allowed: allowedActions(person, facts),
    member_role: facts.members.get(person.id) ?? null,
  }
}

/** The facts of a row as it stands now, with those members: after a change, what was judged before is no longer true. */
export function factsOf(row: LessonRow, members: ReadonlyMap<number, MemberRole>): LessonFacts {
  return {
    authorId: row.authorId,
    status: row.status,
    isPublic: row.isPublic,
    isDeleted: row.deletedAt !== null,
    isTemplate: row.isTemplate,
    members,
  }
}

/** A lesson that was just made, for who made it: with its address and ETag. */
export function presentNew(row: LessonRow, { person }: Login, res: Response): Lesson {
  const lesson = presentLesson(row, person, factsOf(row, new Map()))
  res.set('Location', `/api/lessons/${row.id}`).set('ETag', lessonEtag(row, lesson))
  return lesson
}
