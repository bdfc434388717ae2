import type { LessonAction, LessonFacts, Person } from '@anawim/lesson'
import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { FileAnswer, RouteName, RouteRequest, Routes } from '../contract/index.ts'

/** Who asks, as the access token and their row say. */
export interface Login {
  person: Person
  fullName: string
}

export class Answered {
  readonly isAnswered = true
}

/** What a handler returns when it has answered by itself (a file, 304). */
export const answered = new Answered()

type Asker<R> = R extends { access: 'public' }
  ? unknown
  : R extends { access: { byLink: true } }
    ? { facts: LessonFacts }
    : R extends { access: { lesson: LessonAction } }
      ? { login: Login; facts: LessonFacts }
      : { login: Login }

/** What a handler gets: the validated request, who asks, and the facts that access was judged by. */
export type HandlerRequest<R> = RouteRequest<R> & Asker<R> & { req: Request; res: Response }

/** What a handler gives: the answer before its unknown keys are dropped. */
export type HandlerAnswer<R> = R extends { streams: true }
  ? Answered
  : R extends { answer: infer S extends z.ZodType }
    ? z.input<S> | Answered
    : R extends { answer: FileAnswer }
      ? Answered
      : void

export type Handler<R> = (request: HandlerRequest<R>) => Promise<HandlerAnswer<R>> | HandlerAnswer<R>

/** A handler for each of these routes: the compiler asks for the ones that are missing. */
export type HandlersOf<T> = { [K in keyof T]: Handler<T[K]> }

export type Handlers = { [K in RouteName]: Handler<Routes[K]> }
