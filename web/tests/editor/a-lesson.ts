/** A small page without browser, document or Konva, and hands that act on it: what tools are tested with. */
import type { Box, LessonElement } from '@anawim/lesson'
import { touches } from '../../src/editor/canvas/boxes.ts'
import type { Handle } from '../../src/editor/canvas/handles.ts'
import type { Rect } from '../../src/editor/canvas/point.ts'
import { reshaping } from '../../src/editor/kinds/line/reshaping.ts'
import type { Ink } from '../../src/editor/session/ink.ts'
import { idling } from '../../src/editor/tools/select/idling.ts'
import { createSnapper } from '../../src/editor/tools/select/snapping.ts'
import type { Guide } from '../../src/editor/tools/select/snap-lines.ts'
import type { PointerInput, Target, ToolHands, ToolName, ToolState } from '../../src/editor/tools/tool.ts'
import { createToolRunner } from '../../src/editor/tools/tool-runner.ts'

export const shape = (id: string, x: number, y: number, width = 100, height = 100): LessonElement => ({
  id,
  kind: 'shape',
  shape: 'rectangle',
  x,
  y,
  width,
  height,
  rotation: 0,
  fill: '#ffd43b',
  stroke: '#1f2937',
  strokeWidth: 2,
})

export const text = (id: string, x: number, y: number): LessonElement => ({
  id,
  kind: 'text',
  x,
  y,
  width: 200,
  height: 34,
  rotation: 0,
  text: { type: 'doc', content: [{ type: 'paragraph' }] },
})

interface Keys {
  shift?: boolean
  alt?: boolean
  mod?: boolean
  handle?: Handle
  clicks?: number
  pressure?: number
  /** A handle that only its kind has. */
  pull?: { id: string; handle: string }
  trail?: readonly [number, number][]
}

/** A page with these elements, and somebody who holds a tool over it. */
export function aPage(...elements: LessonElement[]) {
  const page = new Map(elements.map((element) => [element.id, element]))
  let selection: readonly string[] = []
  let shown: ReadonlyMap<string, Box> | null = null
  let rect: Rect | null = null
  let tool: ToolName = 'select'
  let editing: string | null = null
  let writes = 0
  let entered: string | null = null
  let guides: readonly Guide[] = []
  let grid: number | null = null
  // Off where a test asks where the hand is, not what is near.
  let within = 0
  let ink: Ink | null = null
  let draft: LessonElement | null = null
  let target: string | null = null
  let faded: readonly string[] = []

  const hands: ToolHands = {
    showLaser: () => {},
    selection: () => selection,
    select: (ids) => {
      selection = ids
    },
    unitOf(id) {
      const groupId = page.get(id)?.groupId
      if (!groupId || groupId === entered) return [id]
      return [...page.values()].filter((element) => element.groupId === groupId).map((element) => element.id)
    },
    enterGroup: (id) => {
      entered = page.get(id)?.groupId ?? null
    },
    boxOf: (id) => page.get(id),
    element: (id) => page.get(id),
    touchedBy: (area) => [...page.values()].filter((element) => touches(area, element)).map(({ id }) => id),
    preview: (boxes) => {
      shown = boxes
    },
    snapper: (moving) =>
      createSnapper({
        others: [...page.values()].filter(({ id }) => !moving.includes(id)),
        page: { width: 1280, height: 720 },
        grid,
        within,
      }),
    showGuides: (next) => {
      guides = next
    },
    showRect: (next) => {
      rect = next
    },
    move: (boxes) => {
      writes += 1
      for (const { id, box } of boxes) {
        const element = page.get(id)
        if (element) page.set(id, { ...element, ...pickBox(box) })
      }
    },
    duplicate: (ids) =>
      ids.map((id) => {
        const element = page.get(id)
        if (element) page.set(`${id}-copy`, { ...element, id: `${id}-copy` })
        return `${id}-copy`
      }),
    create: (element, { isSelected } = { isSelected: true }) => {
      page.set(element.id, element)
      selection = isSelected ? [element.id] : []
      writes += 1
    },
    attachmentAt: (point, lineId) => {
      const hit = [...page.values()].toReversed().find((element) => element.id !== lineId && isNear(element, point))
      return hit && hit.kind !== 'line' ? { elementId: hit.id, x: 0.5, y: 0.5 } : null
    },
    showDraft: (next) => {
      draft = next
    },
    showTarget: (id) => {
      target = id
    },
    reshape: (line) => {
      writes += 1
      page.set(line.id, line)
    },
    pull: (id, handle, rest) => {
      const element = page.get(id)
      return element?.kind === 'line' ? reshaping(element, handle, hands, rest) : null
    },
    showInk: (next) => {
      ink = next
    },
    drawingsAt: (point) =>
      [...page.values()].filter((element) => element.kind === 'drawing' && isNear(element, point)).map(({ id }) => id),
    fade: (ids) => {
      faded = [...(ids ?? [])]
    },
    remove: (ids) => {
      writes += 1
      for (const id of ids) page.delete(id)
    },
    hasInside: (id) => ['text', 'shape', 'image'].includes(page.get(id)?.kind ?? ''),
    editInside: (id) => {
      editing = id
    },
    useTool: (name) => {
      tool = name
      runner.take(idling())
    },
  }
  const runner = createToolRunner(idling(), hands)

  const targetAt = (x: number, y: number): Target => {
    const hit = [...page.values()]
      .toReversed()
      .find(
        (element) =>
          x >= element.x && y >= element.y && x <= element.x + element.width && y <= element.y + element.height,
      )
    return hit ? { on: 'element', id: hit.id } : { on: 'page' }
  }
  const input = (
    x: number,
    y: number,
    { shift = false, alt = false, mod = false, handle, clicks = 1, pressure, trail, pull }: Keys = {},
  ): PointerInput => ({
    point: { x, y },
    screen: { x, y },
    target: pull ? { on: 'ownHandle', ...pull } : handle ? { on: 'handle', handle } : targetAt(x, y),
    shift,
    alt,
    mod,
    clicks,
    ...(pressure === undefined ? {} : { pressure }),
    ...(trail && { trail: trail.map(([atX, atY]) => ({ point: { x: atX, y: atY } })) }),
  })
  const pointerDown = (x: number, y: number, keys?: Keys) => runner.pointerDown(input(x, y, keys))
  const pointerMove = (x: number, y: number, keys?: Keys) => runner.pointerMove(input(x, y, keys))
  const pointerUp = (x: number, y: number, keys?: Keys) => runner.pointerUp(input(x, y, keys))
  return {
    take: (state: ToolState) => runner.take(state),
    pointerDown,
    pointerMove,
    pointerUp,
    click(x: number, y: number, keys?: Keys) {
      pointerDown(x, y, keys)
      pointerUp(x, y, keys)
    },
    drag(from: [number, number], to: [number, number], keys?: Keys) {
      pointerDown(...from, keys)
      pointerMove((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, keys)
      pointerMove(...to, keys)
      pointerUp(...to, keys)
    },
    escape: () => runner.cancel(),
    selection: () => selection,
    select: hands.select,
    box: (id: string) => {
      const element = page.get(id)
      return element && pickBox(element)
    },
    element: (id: string) => page.get(id),
    ids: () => [...page.keys()],
    shown: () => shown,
    rect: () => rect,
    guides: () => guides,
    /** From here on, what is no farther than so many page pixels is near. */
    snapWithin(distance: number, step: number | null = null) {
      within = distance
      grid = step
    },
    ink: () => ink,
    draft: () => draft,
    target: () => target,
    faded: () => faded,
    tool: () => tool,
    editing: () => editing,
    /** How often the document was written. */
    writes: () => writes,
  }
}

function isNear({ x, y, width, height }: Box, point: { x: number; y: number }): boolean {
  return point.x >= x - 4 && point.y >= y - 4 && point.x <= x + width + 4 && point.y <= y + height + 4
}

function pickBox({ x, y, width, height, rotation }: Box): Box {
  return { x, y, width, height, rotation }
}
