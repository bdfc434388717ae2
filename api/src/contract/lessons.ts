/** What a lesson is in requests and answers. Its routes are in `lesson-routes.ts`. */
import { contentSchema, lessonActions, type LessonContent } from '@anawim/lesson'
import { z } from 'zod'
import { personSchema } from './users.ts'
import {
  filterParam,
  flagParamSchema,
  idParamSchema,
  lineSchema,
  optionalLineSchema,
  pageOf,
  pagingShape,
  rowIdSchema,
  textSchema,
  timeSchema,
} from './values.ts'

export const lessonStatuses = ['draft', 'published'] as const
export const memberRoles = ['editor', 'viewer'] as const
export const lessonPlaces = ['own', 'shared', 'favourites', 'recent'] as const
export const lessonSorts = ['updated_at', '-updated_at', 'created_at', '-created_at', 'title', '-title'] as const
export type LessonSort = (typeof lessonSorts)[number]

/** Most characters of each field. */
export const lessonLimits = { title: 200, description: 5_000, label: 80, minutes: 100_000 } as const

/** A lesson in lists, without its canvas. */
export const lessonSchema = z
  .object({
    id: z.int(),
    title: z.string(),
    description: z.string(),
    /** An address under `/media/`. */
    thumbnail: z.string().nullable(),
    level: z.string().nullable(),
    topic: z.string().nullable(),
    /** Whole minutes. */
    duration: z.int().nullable(),
    status: z.enum(lessonStatuses),
    is_public: z.boolean(),
    author: personSchema,
    template_id: z.int().nullable(),
    created_at: timeSchema,
    updated_at: timeSchema,
    published_at: timeSchema.nullable(),
    /** Not null: in the trash. */
    deleted_at: timeSchema.nullable(),
    /** What the person who asked may do with it. */
    allowed: z.array(z.enum(lessonActions)),
    /** The membership of the person who asked. */
    member_role: z.enum(memberRoles).nullable(),
  })
  .meta({ id: 'Lesson' })
export type Lesson = z.output<typeof lessonSchema>

/** Content as the server holds it: already canonical, and never checked (or refused) again on its way out. */
export const heldContentSchema = z
  .custom<LessonContent>((value) => typeof value === 'object' && value !== null)
  .meta({ id: 'LessonContent', type: 'object', description: 'The canvas as JSON; see docs/lesson-format.md' })

/** A lesson with its canvas: all of it for who may edit, what readers get for all others. */
export const lessonWithContentSchema = lessonSchema
  .extend({ content: heldContentSchema })
  .meta({ id: 'LessonWithContent' })
export type LessonWithContent = z.output<typeof lessonWithContentSchema>

/** What readers get. `version` is the ETag without its quotes. */
export const liveLessonSchema = z
  .object({ version: z.string(), title: z.string(), content: heldContentSchema })
  .meta({ id: 'LiveLesson' })
export type LiveLesson = z.output<typeof liveLessonSchema>

/** A lesson in the list of the person who asked, with where they keep it. */
export const listedLessonSchema = lessonSchema
  .extend({
    is_favourite: z.boolean(),
    /** A folder of their own. */
    folder_id: z.int().nullable(),
  })
  .meta({ id: 'ListedLesson' })
export type ListedLesson = z.output<typeof listedLessonSchema>

export const lessonPageSchema = pageOf(listedLessonSchema)
export type LessonList = z.output<typeof lessonPageSchema>

export const lessonListQuerySchema = z.object({
  ...pagingShape,
  status: z.enum(lessonStatuses).optional(),
  level: filterParam(lessonLimits.label),
  topic: filterParam(lessonLimits.label),
  sort: z.enum(lessonSorts).default('-updated_at'),
  /** Only what is in the trash, in place of what is not. */
  trash: flagParamSchema.default(false),
  /** Only one's own; those that one is a member of; one's favourites; those that one has opened, the last first. */
  place: z.enum(lessonPlaces).optional(),
  /** Only those in this folder of one's own. */
  folder_id: idParamSchema.optional(),
})
export type LessonListQuery = z.input<typeof lessonListQuerySchema>

const minutesSchema = z.int().min(0).max(lessonLimits.minutes)

const lessonFields = {
  title: lineSchema(lessonLimits.title).min(1),
  description: textSchema(lessonLimits.description)
    .nullable()
    .transform((text) => text ?? '')
    .optional(),
  level: optionalLineSchema(lessonLimits.label).optional(),
  topic: optionalLineSchema(lessonLimits.label).optional(),
  duration: minutesSchema.nullable().optional(),
}

export const lessonCreateSchema = z
  .strictObject({
    ...lessonFields,
    content: contentSchema.optional(),
    /** Begin with what this template holds, in place of `content`. */
    template_id: rowIdSchema.nullable().optional(),
  })
  .refine(({ content, template_id }) => content === undefined || typeof template_id !== 'number', {
    path: ['template_id'],
    message: 'expected content or a template, not both',
  })
export type LessonCreate = z.input<typeof lessonCreateSchema>

/** The canvas is not here: it is changed through the editors' socket only. */
export const lessonPatchSchema = z.strictObject({ ...lessonFields, title: lessonFields.title.optional() })
export type LessonPatch = z.input<typeof lessonPatchSchema>

/** Everyone in the school, or only members. Left out: as it was. */
export const publishSchema = z.strictObject({ is_public: z.boolean().optional() })

export const lessonFacetsSchema = z.object({ levels: z.array(z.string()), topics: z.array(z.string()) })
export type LessonFacets = z.output<typeof lessonFacetsSchema>

export const collabTokenRequestSchema = z.strictObject({ schemaVersion: z.int().min(0).optional() })

/** What opens the editors' socket. `expires_in` in seconds. */
export const collabTokenSchema = z
  .object({
    token: z.string(),
    /** The document's name: the lesson's id in decimal. */
    name: z.string(),
    url: z.string(),
    expires_in: z.int(),
    role: z.enum(memberRoles),
  })
  .meta({ id: 'CollabToken' })
export type CollabToken = z.output<typeof collabTokenSchema>
