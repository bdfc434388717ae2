import type { LessonContent, ShapeElement } from '@anawim/lesson'
import { addElements, deleteElements, moveElements } from '@anawim/lesson/doc'
import type { RecordingEditor } from './recording-editor.ts'

/** What an element was made to be: its place, or null when deleted. `clock`: of the editor, after the edit. */
interface Step {
  clock: number
  x: number | null
}

/** What one editor did to its own elements, to be compared with what is found after a crash. */
export interface RememberedEdits {
  /** One random edit: a new shape, a move, or a deletion. */
  edit(random: () => number): void
  /** What is missing or wrong in `content`, of all that was reported as saved. Then takes what was found as the truth; nothing more is edited. */
  compare(content: LessonContent): string[]
  /** How many edits were reported as saved. */
  saved(): number
}

const look = { shape: 'rectangle', fill: '#ffd43b', stroke: '#1f2937', strokeWidth: 2 } as const
const placeAt = (x: number) => ({ x, y: 100, width: 80, height: 60, rotation: 0 })

/** Remembers the edits of this editor on that page. Its shapes are named after `who`. */
export function rememberEdits(editor: RecordingEditor, who: string, pageId: string): RememberedEdits {
  const elements = new Map<string, Step[]>()
  let made = 0
  // After a comparison nothing is unsaved any more, and whole documents need not be kept: hundreds of them are gigabytes.
  let atWork: RecordingEditor | null = editor

  const working = () => {
    if (!atWork) throw new Error('the edits of this editor were compared already')
    return atWork
  }
  const isSaved = ({ clock }: Step) => clock <= (atWork?.savedClock() ?? 0)
  const note = (id: string, x: number | null) => {
    elements.set(id, [...(elements.get(id) ?? []), { clock: working().clock(), x }])
  }
  const living = () => [...elements].filter(([, steps]) => steps.at(-1)?.x !== null).map(([id]) => id)

  return {
    edit(random) {
      const ids = living()
      const id = ids[Math.floor(random() * ids.length)]
      const choice = random()
      const x = Math.floor(random() * 1_000)
      if (id === undefined || choice < 0.4) {
        const shape: ShapeElement = { id: `${who}-${made++}`, kind: 'shape', ...look, ...placeAt(x) }
        for (const added of addElements(working().doc, pageId, [shape])) note(added, x)
      } else if (choice < 0.9) {
        moveElements(working().doc, [{ id, box: placeAt(x) }])
        note(id, x)
      } else {
        deleteElements(working().doc, [id])
        note(id, null)
      }
    },
    compare(content) {
      const found = new Map(content.pages.flatMap(({ elements: all }) => all.map(({ id, x }) => [id, x] as const)))
      const problems: string[] = []
      for (const [id, steps] of elements) {
        const x = found.get(id) ?? null
        const last = steps.findLastIndex(isSaved)
        // What came after the last saved edit may have been kept as well: any of these is right.
        if (last >= 0 && !steps.slice(last).some((step) => step.x === x)) {
          problems.push(`${id}: saved as ${JSON.stringify(steps[last])}, found at ${x}`)
        }
        elements.set(id, [{ clock: 0, x }])
      }
      atWork = null
      return problems
    },
    saved: () => [...elements.values()].flat().filter(isSaved).length,
  }
}
