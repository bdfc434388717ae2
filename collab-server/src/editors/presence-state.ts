/** What an editor may show of itself to the others: anything else is left out, and who it is comes from the server. */
import { ID_PATTERN, type Presence } from '@anawim/lesson'
import { z } from 'zod'

const idSchema = z.string().regex(ID_PATTERN)
const coordinate = z.number().min(-1e6).max(1e6)
const yjsIdSchema = z.object({ client: z.int().min(0), clock: z.int().min(0) }).nullish()

/** A Yjs relative position, as JSON. */
const positionSchema = z.object({
  type: yjsIdSchema,
  tname: z.string().max(100).nullish(),
  item: yjsIdSchema,
  assoc: z.number().optional(),
})

const fields = {
  pageId: idSchema.nullable(),
  cursor: z.object({ x: coordinate, y: coordinate }).nullable(),
  selection: z.array(idSchema).max(5_000),
  /** Tiptap's caret in the text that is being edited. */
  caret: z.object({ elementId: idSchema, anchor: positionSchema, head: positionSchema }).nullable(),
} as const

/** Twelve colours that can be told apart, dark enough for white text on them. */
const colors = [
  '#c92a2a',
  '#1864ab',
  '#2b8a3e',
  '#862e9c',
  '#d9480f',
  '#0b7285',
  '#a61e4d',
  '#5c940d',
  '#364fc7',
  '#846358',
  '#087f5b',
  '#5f3dc4',
]

export function presenceUser(id: number, fullName: string): Presence['user'] {
  return { id, name: fullName, color: colors[id % colors.length] ?? '#364fc7' }
}

/** The state that others get to see; null when the client shows none. */
export function cleanPresence(state: unknown, user: Presence['user']): Record<string, unknown> | null {
  if (typeof state !== 'object' || state === null) return null
  const shown: Record<string, unknown> = { user, pageId: null, cursor: null, selection: [] }
  const given = new Map<string, unknown>(Object.entries(state))
  for (const [name, schema] of Object.entries(fields)) {
    const parsed = schema.safeParse(given.get(name))
    if (parsed.success) shown[name] = parsed.data
  }
  return shown
}
