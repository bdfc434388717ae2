import { asApiError } from '../../session/api-error.ts'
import type { LiveLesson } from '../live-lesson.ts'
import { type AwaitMotion, liveByLink, openLink } from './link-session.ts'

export type Step =
  | { at: 'opening' }
  | { at: 'asking'; problem: 'wrong' | 'often' | 'away' | null }
  | { at: 'reading'; lesson: LiveLesson }
  | { at: 'ended'; isGone: boolean }

/** The way in by one link: tried at once, and again with each code that is typed. Knows nothing of React. */
export class LinkDoor {
  #step: Step = { at: 'opening' }
  #listeners = new Set<() => void>()
  #isTried = false
  readonly #secret: string
  readonly #Lesson: typeof LiveLesson
  readonly #awaitMotion: AwaitMotion

  constructor(secret: string, Lesson: typeof LiveLesson, awaitMotion: AwaitMotion) {
    this.#secret = secret
    this.#Lesson = Lesson
    this.#awaitMotion = awaitMotion
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  step = (): Step => this.#step

  /** The first try, without a code. */
  start(): void {
    if (this.#isTried) return
    this.#isTried = true
    void this.open(null)
  }

  async open(code: string | null): Promise<void> {
    try {
      const opened = await openLink(this.#secret, code)
      this.#become({ at: 'reading', lesson: liveByLink(this.#Lesson, this.#awaitMotion, this.#secret, code, opened) })
    } catch (error) {
      this.#become(stepAfter(asApiError(error).code, code))
    }
  }

  #become(step: Step): void {
    this.#step = step
    for (const listener of this.#listeners) listener()
  }
}

function stepAfter(code: string, typed: string | null): Step {
  if (code === 'code_needed') return { at: 'asking', problem: null }
  if (code === 'wrong_code') return { at: 'asking', problem: 'wrong' }
  if (code === 'too_many_requests') return { at: 'asking', problem: 'often' }
  if (code === 'unreachable' && typed !== null) return { at: 'asking', problem: 'away' }
  // What is no secret at all leads as little anywhere as one that was taken back.
  return { at: 'ended', isGone: code === 'not_found' || code === 'invalid' }
}
