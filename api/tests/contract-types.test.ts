import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  defineRoute,
  type Lesson,
  type Route,
  type RouteAnswer,
  type RouteInput,
  type Routes,
  type Session,
} from '@anawim/api/contract'
import { z } from 'zod'

describe('the types that a client is made of', () => {
  it('ask for what a route needs, and for nothing else', () => {
    expectTypeOf<RouteInput<Routes['login']>>().toExtend<{ body: { email: string; password: string } }>()
    expectTypeOf<RouteInput<Routes['getLesson']>>().toExtend<{ params: { id: number | string } }>()
    expectTypeOf<{ query: { skip: number; trash: boolean } }>().toExtend<RouteInput<Routes['listLessons']>>()
    expectTypeOf<Record<never, never>>().toExtend<RouteInput<Routes['me']>>()
    expectTypeOf<Record<never, never>>().not.toExtend<RouteInput<Routes['login']>>()
    expectTypeOf<{ form: FormData }>().toExtend<RouteInput<Routes['uploadMedia']>>()
  })

  it('give what a route answers', () => {
    expectTypeOf<RouteAnswer<Routes['login']>>().toEqualTypeOf<Session>()
    expectTypeOf<RouteAnswer<Routes['createLesson']>>().toEqualTypeOf<Lesson>()
    expectTypeOf<RouteAnswer<Routes['deleteLesson']>>().toEqualTypeOf<undefined>()
  })

  it('refuse a route without a decision of access, and one that judges a lesson without naming it', () => {
    type Undecided = { method: 'GET'; path: '/a'; summary: ''; answer: null }
    expectTypeOf<Undecided>().not.toExtend<Route>()
    expectTypeOf<Undecided & { access: { lesson: 'read' } }>().not.toExtend<Route>()
    expectTypeOf<Undecided & { access: 'public' }>().toExtend<Route>()
    const route = defineRoute({ method: 'GET', path: '/a', summary: '', access: 'public', answer: z.string() })
    expect(route.access).toBe('public')
  })
})
