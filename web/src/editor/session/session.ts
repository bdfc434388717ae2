/**
 * One open lesson in this browser: its document, what is selected, where one looks. Everything in the editor is handed
 * this, and it knows none of them. Not here: sockets (`connection/`), the others (`together/`), drawing (`canvas/`).
 */
import type { Box, LessonElement, ShapeName } from '@anawim/lesson'
import type * as Y from 'yjs'
import { ImageCache } from '../../page-resources/image-cache.ts'
import type { Camera, Size } from '../canvas/camera.ts'
import { PagePlaces } from '../canvas/page-places.ts'
import type { Point, Rect } from '../canvas/point.ts'
import { type PenChoice, startingPen } from '../kinds/drawing/pen-choice.ts'
import { type LineChoice, startingLine } from '../kinds/line/line-choice.ts'
import type { Picking } from '../images/picking.ts'
import type { Guide } from '../tools/select/snap-lines.ts'
import type { ToolName } from '../tools/tool.ts'
import { createDrawnElements, type DrawnElements } from './drawn-elements.ts'
import { createHistory, type History } from './history.ts'
import type { Ink } from './ink.ts'
import { LessonModel, type PageHead } from './lesson-model.ts'
import { drawnBox } from './measuring.ts'
import { Preview } from './preview.ts'
import { createValue, type Value } from './value.ts'

export interface EditorSession {
  doc: Y.Doc
  model: LessonModel
  history: History
  images: ImageCache
  preview: Preview
  drawn: DrawnElements
  /** Where the elements of the shown page are. */
  places: PagePlaces
  /** The page that is shown. It always exists. */
  pageId: Value<string>
  camera: Value<Camera>
  /** Screen pixels of the canvas. */
  view: Value<Size>
  selection: Value<readonly string[]>
  tool: Value<ToolName>
  shapeName: Value<ShapeName>
  /** What one draws with. */
  pen: Value<PenChoice>
  /** The line that is being drawn. */
  ink: Value<Ink | null>
  /** What the next line is like. */
  line: Value<LineChoice>
  /** An element that is being made or reshaped: shown instead of the one with its id. */
  draft: Value<LessonElement | null>
  /** What the line that is being drawn would hang on. */
  target: Value<string | null>
  /** What an eraser has gone over, until it lifts. */
  faded: Value<ReadonlySet<string> | null>
  /** Where one's own laser points, page pixels; null: nowhere. */
  laser: Value<Point | null>
  /** Is the lesson being presented, from the page that is shown? */
  presenting: Value<boolean>
  /** The rectangle of a marquee or of an element being drawn, page pixels. */
  rect: Value<{ rect: Rect; as: 'marquee' | 'outline' } | null>
  /** Lines that show what a gesture snaps to. */
  guides: Value<readonly Guide[]>
  /** Page pixels between the lines of the grid; null while it is not shown. */
  grid: Value<number | null>
  /** The group whose elements are selected one by one. */
  entered: Value<string | null>
  /** What is edited in its place: a text box or a shape that is typed in, a picture that is cropped. */
  editing: Value<string | null>
  /** The element that was placed last, and how many steps could be undone before. */
  placed: Value<{ id: string; depth: number } | null>
  /** The file that somebody is asked for. */
  picking: Value<Picking | null>
  /** What stands over the whole editor. */
  dialog: Value<'versions' | 'nameVersion' | null>
  page: () => PageHead
  /** Where an element is drawn: as the document says, with the height that its text needs. */
  boxOf: (id: string) => Box | undefined
  /** Selected elements that still exist, in drawing order. */
  selected: () => LessonElement[]
  /** Told of elements that were selected, or typed in, and of the page that was shown, when somebody else deleted them. */
  subscribeLost: (listener: (ids: readonly string[], pageId: string | null) => void) => () => void
  destroy: () => void
}

/** The document must have been read from the server: a lesson has at least one page. */
export function createSession(doc: Y.Doc): EditorSession {
  const model = new LessonModel(doc)
  const [first] = model.pages()
  if (!first) throw new Error('A lesson without pages')
  const pageId = createValue(first.id)
  const selection = createValue<readonly string[]>([])
  const editing = createValue<string | null>(null)
  const history = createHistory(
    doc,
    () => ({ pageId: pageId.get(), selection: selection.get() }),
    (place) => {
      if (model.page(place.pageId)) pageId.set(place.pageId)
      selection.set(place.selection.filter((id) => model.pageIdOf(id) === pageId.get()))
    },
  )
  const page = () => {
    const head = model.page(pageId.get()) ?? model.pages()[0]
    if (!head) throw new Error('A lesson without pages')
    return head
  }
  const preview = new Preview()
  const drawn = createDrawnElements(model, preview)
  const draft = createValue<LessonElement | null>(null)
  const faded = createValue<ReadonlySet<string> | null>(null)
  const places = new PagePlaces({ model, preview, drawn, editing, draft, faded, pageId, page })
  let selected: LessonElement[] | null = null
  const forgetSelected = () => {
    selected = null
  }
  // Before all others who listen: what they read must be what is.
  const stopSelected = [selection.subscribe(forgetSelected), model.subscribeChanges(forgetSelected)]
  const entered = createValue<string | null>(null)
  // Who selects something else has left the group.
  const stopEntered = selection.subscribe(() => {
    const isInside = (id: string) => model.element(id)?.groupId === entered.get()
    if (entered.get() !== null && !(selection.get().length > 0 && selection.get().every(isInside))) entered.set(null)
  })
  const lostListeners = new Set<(ids: readonly string[], pageId: string | null) => void>()
  const stopWatching = model.subscribeChanges(({ isLocal }) => {
    // The page shown may have been deleted by somebody, and so may what is selected or typed in.
    const held = new Set([...selection.get(), ...(editing.get() === null ? [] : [editing.get() ?? ''])])
    const lost = [...held].filter((id) => model.pageIdOf(id) === undefined)
    const lostPage = model.page(pageId.get()) ? null : pageId.get()
    if (lostPage !== null) pageId.set(page().id)
    const left = selection.get().filter((id) => model.pageIdOf(id) === pageId.get())
    if (left.length !== selection.get().length) selection.set(left)
    if (lost.includes(editing.get() ?? '')) editing.set(null)
    if (isLocal || (lost.length === 0 && lostPage === null)) return
    for (const listener of lostListeners) listener(lost, lostPage)
  })
  const stopLeaving = pageId.subscribe(() => {
    editing.set(null)
    selection.set([])
  })
  return {
    doc,
    model,
    history,
    images: new ImageCache(),
    preview,
    drawn,
    places,
    pageId,
    camera: createValue({ x: 0, y: 0, zoom: 1 }),
    view: createValue({ width: 0, height: 0 }),
    selection,
    tool: createValue<ToolName>('select'),
    shapeName: createValue<ShapeName>('rectangle'),
    pen: createValue(startingPen),
    ink: createValue<Ink | null>(null),
    line: createValue(startingLine),
    draft,
    target: createValue<string | null>(null),
    faded,
    laser: createValue<Point | null>(null),
    presenting: createValue(false),
    rect: createValue<{ rect: Rect; as: 'marquee' | 'outline' } | null>(null),
    guides: createValue<readonly Guide[]>([]),
    grid: createValue<number | null>(null),
    entered,
    editing,
    picking: createValue<Picking | null>(null),
    dialog: createValue<'versions' | 'nameVersion' | null>(null),
    placed: createValue<{ id: string; depth: number } | null>(null),
    page,
    boxOf(id) {
      const element = drawn.settled(id)
      return element && drawnBox(element)
    },
    selected() {
      if (selected) return selected
      const ids = new Set(selection.get())
      selected = model.elementIds(pageId.get()).flatMap((id) => (ids.has(id) ? (model.element(id) ?? []) : []))
      return selected
    },
    subscribeLost(listener) {
      lostListeners.add(listener)
      return () => lostListeners.delete(listener)
    },
    destroy() {
      for (const stop of stopSelected) stop()
      stopEntered()
      places.destroy()
      stopWatching()
      stopLeaving()
      history.destroy()
      model.destroy()
    },
  }
}
