/** What lessons are begun from. */
import { z } from 'zod'
import { heldContentSchema } from './lessons.ts'
import { personSchema } from './users.ts'
import { lineSchema, pageOf, pagingShape, rowIdSchema, textSchema, timeSchema } from './values.ts'

export const templateCategories = ['planning', 'knowledge', 'practice', 'activity', 'other'] as const
export const templateLanguages = ['vi', 'en'] as const
export const templateStates = ['draft', 'proposed', 'published', 'withdrawn'] as const

/** Most characters of each field. */
export const templateLimits = { name: 120, description: 500 } as const

export const templateSchema = z
  .object({
    id: z.int(),
    name: z.string(),
    description: z.string(),
    /** An address under `/media/`; null while it is not drawn, and when there is nothing to see. */
    thumbnail: z.string().nullable(),
    /** Of what is written on it. */
    language: z.enum(templateLanguages),
    category: z.enum(templateCategories),
    /** Teachers get only what is published. */
    state: z.enum(templateStates),
    /** Who made or proposed it; null: it came with the product. */
    author: personSchema.nullable(),
    updated_at: timeSchema,
  })
  .meta({ id: 'Template' })
export type Template = z.output<typeof templateSchema>

export const templateWithStructureSchema = templateSchema
  .extend({ structure: heldContentSchema })
  .meta({ id: 'TemplateWithStructure' })

export const templatePageSchema = pageOf(templateSchema)
export type TemplatePage = z.output<typeof templatePageSchema>

export const templateListQuerySchema = z.object({
  ...pagingShape,
  language: z.enum(templateLanguages).optional(),
  category: z.enum(templateCategories).optional(),
})

const templateFields = {
  name: lineSchema(templateLimits.name).min(1),
  description: textSchema(templateLimits.description).default(''),
  language: z.enum(templateLanguages),
  category: z.enum(templateCategories),
}

export const templateCreateSchema = z.strictObject({ ...templateFields, lesson_id: rowIdSchema.optional() })
export type TemplateCreate = z.input<typeof templateCreateSchema>
export const templateProposeSchema = z.strictObject(templateFields)
export type TemplatePropose = z.input<typeof templateProposeSchema>
export const templatePatchSchema = z.strictObject({
  name: templateFields.name.optional(),
  description: textSchema(templateLimits.description).optional(),
  language: templateFields.language.optional(),
  category: templateFields.category.optional(),
})
export type TemplatePatch = z.input<typeof templatePatchSchema>
