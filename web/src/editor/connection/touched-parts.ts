import { observeLesson } from '@anawim/lesson/doc'
import type * as Y from 'yjs'
import { REPLAY } from './replay-origin.ts'

/** Which parts of a lesson one has touched, and with which edit last: what is not saved of them is known by its number. */
export class TouchedParts {
  readonly #elements = new Map<string, number>()
  #pages = 0
  readonly stop: () => void

  /** `madeEdits`: how many edits there are before the one that is being made. */
  constructor(doc: Y.Doc, madeEdits: () => number) {
    this.stop = observeLesson(doc, ({ elements, pages, local, origin }) => {
      if (!local && origin !== REPLAY) return
      const edit = madeEdits() + 1
      for (const id of elements) this.#elements.set(id, edit)
      if (pages) this.#pages = edit
    })
  }

  /** What was touched after edit number `saved`. */
  since(saved: number): { elements: string[]; pages: boolean } {
    const elements = [...this.#elements].filter(([, edit]) => edit > saved).map(([id]) => id)
    return { elements, pages: this.#pages > saved }
  }
}
