/** The rhythm of edits: each editor at its rate, all of them spread evenly, never in step. */

interface Editor {
  /** Makes the edit of that number (from 1). */
  edit: (number: number) => void
  number: number
  dueAt: number
}

const TICK_MS = 1

export class Editing {
  #editors: Editor[] = []
  #timer: NodeJS.Timeout | null = null
  everyMs = 0
  sent = 0
  /** Milliseconds by which edits were sent late. */
  late: number[] = []

  add(edit: (number: number) => void): void {
    this.#editors.push({ edit, number: 0, dueAt: 0 })
  }

  start(rate: number): void {
    this.stop()
    this.everyMs = 1000 / rate
    const now = performance.now()
    this.#editors.forEach((editor, place) => {
      editor.dueAt = now + (this.everyMs * place) / this.#editors.length
    })
    this.#timer = setInterval(() => this.#sendDue(), TICK_MS)
  }

  stop(): void {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
  }

  reset(): void {
    this.sent = 0
    this.late = []
  }

  clear(): void {
    this.stop()
    this.#editors = []
  }

  #sendDue(): void {
    for (const editor of this.#editors) {
      for (let now = performance.now(); editor.dueAt <= now; now = performance.now()) {
        this.late.push(now - editor.dueAt)
        editor.dueAt += this.everyMs
        this.sent++
        editor.edit(++editor.number)
      }
    }
  }
}
