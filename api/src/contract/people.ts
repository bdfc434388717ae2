import { z } from 'zod'
import { defineRoute } from './route.ts'
import { personSchema } from './users.ts'
import { countParam, lineSchema } from './values.ts'

/** Somebody to share with. `class_names`: the classes of the one who asks that they are pupils of, which tells two of one name apart. */
export const foundPersonSchema = z
  .object({ user: personSchema, role: z.enum(['teacher', 'student']), class_names: z.array(z.string()) })
  .meta({ id: 'FoundPerson' })
export type FoundPerson = z.output<typeof foundPersonSchema>

export const peopleRoutes = {
  findPeople: defineRoute({
    method: 'GET',
    path: '/api/people',
    summary: "Teachers, and pupils of one's own classes, by name; all others are found by their exact e-mail only",
    access: { creates: 'lesson' },
    query: z.object({ search: lineSchema(200).min(2), limit: countParam(1, 20, 8) }),
    answer: z.object({ items: z.array(foundPersonSchema) }),
  }),
}
