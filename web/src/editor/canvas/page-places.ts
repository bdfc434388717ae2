import { boundsOf } from '@anawim/drawing'
import type { LessonElement } from '@anawim/lesson'
import type { LessonModel, PageHead } from '../session/lesson-model.ts'
import type { DrawnElements } from '../session/drawn-elements.ts'
import { drawnBox, screenMeasure } from '../session/measuring.ts'
import type { Preview } from '../session/preview.ts'
import type { Value } from '../session/value.ts'
import { paintedAround } from './painted-around.ts'
import { joinRects, type Rect } from './point.ts'

/** More elements than this, and painting all of them again at each frame of a drag would be felt. */
const MANY = 300

/** One element of the page that is shown. Changed in place as the element changes. */
export interface Place {
  readonly id: string
  element: LessonElement
  /** Upright, around the element where it stands while nobody moves it: what a hit test asks first. */
  home: Rect
  /** What the page's picture shows of it: moved by whoever drags it; null while it is hidden, typed in, reshaped or drawn apart. */
  shown: LessonElement | null
  /** Around what is shown; null when nothing is. */
  bounds: Rect | null
}

/** What of a session says where elements are. */
interface PlacesSource {
  model: LessonModel
  preview: Preview
  drawn: DrawnElements
  editing: Value<string | null>
  draft: Value<LessonElement | null>
  faded: Value<ReadonlySet<string> | null>
  pageId: Value<string>
  page: () => PageHead
}

/** Told which parts of the page's picture are old. */
export interface PlacesListener {
  /** An element is painted elsewhere, or otherwise. */
  changed: (id: string, before: Rect | null, after: Rect | null) => void
  /** Everything may be. */
  reset: () => void
}

/**
 * Where the elements of the page that is shown are, in drawing order: what painting, culling and hit tests look things up in.
 * Kept up to date element by element.
 */
export class PagePlaces {
  readonly #session: PlacesSource
  readonly #listeners = new Set<PlacesListener>()
  #places: Place[] = []
  readonly #byId = new Map<string, Place>()
  #ids: readonly string[] | null = null
  #moving: ReadonlySet<string> = new Set()
  #marked: ReadonlySet<string> = new Set()
  #reach: Rect | null = null
  readonly #stops: (() => void)[]

  constructor(session: PlacesSource) {
    this.#session = session
    const all = () => this.forget()
    this.#stops = [
      session.model.subscribeChanges(({ elements }) => this.#follow(elements)),
      session.preview.subscribe(() => this.#followGesture()),
      session.preview.subscribe(() => this.#followMarks()),
      session.editing.subscribe(() => this.#followMarks()),
      session.draft.subscribe(() => this.#followMarks()),
      session.faded.subscribe(() => this.#followMarks()),
      session.pageId.subscribe(all),
    ]
  }

  destroy(): void {
    for (const stop of this.#stops) stop()
  }

  subscribe(listener: PlacesListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** In drawing order, the lowest first. */
  list(): readonly Place[] {
    if (this.#ids !== this.#currentIds()) this.#rebuild()
    return this.#places
  }

  /** One of them. */
  get(id: string): Place | undefined {
    this.list()
    return this.#byId.get(id)
  }

  /** Around the page and everything on it. */
  reach(): Rect {
    this.list()
    const { width, height } = this.#session.page()
    return joinRects({ x: 0, y: 0, width, height }, this.#reach)
  }

  /** Nothing that was measured holds: another page, or other fonts. */
  forget(): void {
    this.#ids = null
    this.#byId.clear()
    for (const listener of this.#listeners) listener.reset()
  }

  /**
   * Are moving elements drawn on a layer of their own, above the page that stands still? On small pages they stay in their
   * place among the others, which is what a drop will show.
   */
  movesApart(): boolean {
    return this.#currentIds().length > MANY
  }

  #currentIds(): readonly string[] {
    return this.#session.model.elementIds(this.#session.pageId.get())
  }

  #rebuild(): void {
    this.#ids = this.#currentIds()
    this.#reach = null
    const places = this.#ids.flatMap((id): Place[] => {
      const element = this.#session.drawn.settled(id)
      if (!element) return []
      const known = this.#byId.get(id)
      const place = known?.element === element ? known : this.#place(element)
      if (place.bounds) this.#reach = joinRects(place.bounds, this.#reach)
      return [place]
    })
    this.#places = places
    this.#byId.clear()
    for (const place of places) this.#byId.set(place.id, place)
  }

  #place(element: LessonElement): Place {
    const shown = this.#shownOf(element)
    const home = around(element)
    return { id: element.id, element, home, shown, bounds: shown && (shown === element ? home : around(shown)) }
  }

  #shownOf(element: LessonElement): LessonElement | null {
    const { editing, draft, drawn } = this.#session
    if (element.hidden || draft.get()?.id === element.id) return null
    if (editing.get() === element.id) return besideInside(element)
    if (!drawn.isMoving(element.id)) return element
    return this.movesApart() ? null : (drawn.now(element.id) ?? null)
  }

  /** The document changed. */
  #follow(ids: ReadonlySet<string>): void {
    if (this.#ids === null) return
    const isOtherList = this.#ids !== this.#currentIds()
    const before = new Map<string, Rect | null>()
    for (const id of this.#withLines(ids)) before.set(id, this.#byId.get(id)?.bounds ?? null)
    if (isOtherList) this.#rebuild()
    for (const [id, old] of before) {
      if (!isOtherList) this.#update(id)
      const now = this.#byId.get(id)?.bounds ?? null
      if (old || now) this.#tell(id, old, now)
    }
  }

  /** And the lines of the page that hang on them. */
  #withLines(ids: ReadonlySet<string>): ReadonlySet<string> {
    if (ids.size === 0) return ids
    return new Set([...ids, ...this.#session.drawn.linesOn(this.#session.pageId.get(), ids)])
  }

  /** Measures one element again. */
  #update(id: string): void {
    const place = this.#byId.get(id)
    const element = this.#session.drawn.settled(id)
    if (!place || !element) return
    Object.assign(place, this.#place(element))
    if (place.bounds) this.#reach = joinRects(place.bounds, this.#reach)
  }

  #tell(id: string, before: Rect | null, after: Rect | null): void {
    for (const listener of this.#listeners) listener.changed(id, before, after)
  }

  #repaint(id: string): void {
    const old = this.#byId.get(id)?.bounds ?? null
    this.#update(id)
    const now = this.#byId.get(id)?.bounds ?? null
    if (old || now) this.#tell(id, old, now)
  }

  #followGesture(): void {
    const moving = this.#withLines(new Set(this.#session.preview.all().keys()))
    const before = this.#moving
    this.#moving = moving
    if (this.#ids === null) return
    const isApart = this.movesApart()
    for (const id of before) if (!moving.has(id)) this.#repaint(id)
    // Drawn apart, an element leaves the picture once, when it begins to move.
    for (const id of moving) if (!isApart || !before.has(id)) this.#repaint(id)
  }

  /** Shown by others while they are typed in or reshaped, or nearly gone. */
  #followMarks(): void {
    const { editing, draft, faded, preview } = this.#session
    const before = this.#marked
    const marked = new Set([...(faded.get() ?? []), ...preview.faded()])
    for (const id of [editing.get(), draft.get()?.id]) if (id) marked.add(id)
    this.#marked = marked
    for (const id of before) if (!marked.has(id)) this.#repaint(id)
    for (const id of marked) if (!before.has(id)) this.#repaint(id)
  }
}

/** What is left of an element that is edited inside: a shape, as large as its text makes it. The rest shows what edits it. */
function besideInside(element: LessonElement): LessonElement | null {
  if (element.kind !== 'shape') return null
  const { text: _text, ...shape } = element
  return { ...shape, height: drawnBox(element).height }
}

function around(element: LessonElement): Rect {
  const { x, y, width, height } = boundsOf(element, screenMeasure())
  const by = paintedAround(element)
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}
