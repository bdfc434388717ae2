/** The JSON of a lesson's canvas: what REST stores and answers, templates hold, and exports carry. */
import { z } from 'zod'
import { storableString } from './characters-schema.ts'
import { mediaSrcSchema } from './elements/image.ts'
import { elementSchema, type LessonElement } from './elements/index.ts'
import { idSchema, omitDefaults } from './elements/kind.ts'
import { roundLength } from './geometry.ts'
import type { Gradient } from './elements/shape-defaults.ts'
import { limits } from './limits.ts'
import { gradientSchema, paintSchema } from './paint.ts'

export const CONTENT_VERSION = 1

/** What a new page is, and what a page has when its Y.Map does not say. */
export const pageDefaults = { name: '', width: 1280, height: 720, background: '#ffffff', hidden: false }

const pageLengthSchema = z.number().min(limits.pageSize.min).max(limits.pageSize.max).overwrite(roundLength)

/** A page's own properties, without its elements. Lengths in page pixels. */
export const pageShape = {
  id: idSchema,
  name: storableString(limits.name).default(pageDefaults.name),
  width: pageLengthSchema.default(pageDefaults.width),
  height: pageLengthSchema.default(pageDefaults.height),
  background: paintSchema.default(pageDefaults.background),
  backgroundGradient: gradientSchema.nullish(),
  backgroundImage: z.strictObject({ mediaId: z.int().min(0), src: mediaSrcSchema }).nullish(),
  hidden: z.boolean().optional(),
}

export const pageSchema = z
  .strictObject({ ...pageShape, elements: z.array(elementSchema).max(limits.elementsPerPage).default([]) })
  .overwrite((page) => omitDefaults(page, { hidden: false }))

/** A lesson's canvas at a border; its output is the canonical form. Elements stand in drawing order, the lowest first. */
export const contentSchema = z
  .strictObject({
    version: z.literal(CONTENT_VERSION),
    pages: z.array(pageSchema).min(1).max(limits.pages),
  })
  .superRefine((content, context) => {
    const seen = new Set<string>()
    content.pages.forEach((page, pageIndex) => {
      const refuseTwice = (id: string, path: (string | number)[]) => {
        if (seen.has(id)) context.addIssue({ code: 'custom', path, message: `the id ${id} is used twice` })
        seen.add(id)
      }
      refuseTwice(page.id, ['pages', pageIndex, 'id'])
      page.elements.forEach((element, index) => refuseTwice(element.id, ['pages', pageIndex, 'elements', index, 'id']))
    })
  })

/** One page with its elements. */
export interface LessonPage {
  id: string
  name: string
  width: number
  height: number
  background: string
  /** What the background's colour becomes. */
  backgroundGradient?: Gradient | null
  /** Lies over the colour and covers the page, its middle in the middle; what does not fit is cut off. */
  backgroundImage?: { mediaId: number; src: string } | null
  hidden?: boolean
  elements: LessonElement[]
}

/** A lesson's canvas in its canonical form. */
export interface LessonContent {
  version: typeof CONTENT_VERSION
  pages: LessonPage[]
}

/** What a lesson begins with: one empty page, so that two browsers never both make the first. */
export function newContent(pageId: string, pageName: string): LessonContent {
  const { width, height, background } = pageDefaults
  return { version: CONTENT_VERSION, pages: [{ id: pageId, name: pageName, width, height, background, elements: [] }] }
}
