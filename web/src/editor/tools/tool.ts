/**
 * What a tool is: a few small states with gerund names. An event reaches the state with its target resolved and its
 * points in page pixels; the state returns the next one. So tools know neither Konva nor the DOM, and are tested by hands.
 */
import type { Attachment, Box, ElementKind, LessonElement, LineElement } from '@anawim/lesson'
import type { Handle } from '../canvas/handles.ts'
import type { Point, Rect } from '../canvas/point.ts'
import type { Ink } from '../session/ink.ts'
import type { Guide } from './select/snap-lines.ts'
import type { Snapper } from './select/snapping.ts'

/** What lies under the pointer. */
export type Target =
  | { on: 'element'; id: string }
  | { on: 'handle'; handle: Handle }
  | { on: 'ownHandle'; id: string; handle: string }
  | { on: 'page' }

export interface PointerInput {
  /** Page pixels. */
  point: Point
  /** Screen pixels: how far a hand has to move before it is a drag does not depend on the zoom. */
  screen: Point
  target: Target
  /** How hard a pen presses, 0 to 1; null or absent for hands that do not. */
  pressure?: number | null
  /** Where it has been since the last event, this place included: pens report more often than the screen is drawn. */
  trail?: readonly Pick<PointerInput, 'point' | 'pressure'>[]
  shift: boolean
  alt: boolean
  /** Ctrl, Command on a Mac: nothing snaps while it is held. */
  mod: boolean
  /** 2 for the second press of a double click. */
  clicks: number
}

/** The select tool, the laser that only points, or that of a kind. */
export type ToolName = 'select' | 'laser' | ElementKind

/** What a tool may see and do. */
export interface ToolHands {
  selection: () => readonly string[]
  select: (ids: readonly string[]) => void
  /** What is selected together with it: its group, or itself alone. */
  unitOf: (id: string) => readonly string[]
  /** From now on the elements of its group are selected one by one. */
  enterGroup: (id: string) => void
  /** Where it is drawn, the height of its text included. */
  boxOf: (id: string) => Box | undefined
  element: (id: string) => LessonElement | undefined
  /** Those on the page that a rectangle touches, the lowest first. */
  touchedBy: (rect: Rect) => string[]
  /** Shows boxes as they would be, here and to the others, without writing them; null ends it. */
  preview: (boxes: ReadonlyMap<string, Box> | null) => void
  /** Shows the rectangle that is being drawn. */
  showRect: (rect: Rect | null, as: 'marquee' | 'outline') => void
  /** Finds what a gesture that moves these snaps to; null while its code is on its way. */
  snapper: (moving: readonly string[]) => Snapper | null
  /** Lines that show why something stands where it stands. */
  showGuides: (guides: readonly Guide[]) => void
  /** Writes them, as one step of undo. */
  move: (boxes: readonly { id: string; box: Box }[]) => void
  /** Copies lie where the originals did. Returns their ids. */
  duplicate: (ids: readonly string[]) => string[]
  /** Writes a new element on top of the page, and selects it where nothing else is said. */
  create: (element: LessonElement, options?: { isSelected: boolean }) => void
  /** Shows the line that is being drawn. */
  showInk: (ink: Ink | null) => void
  /** What an end of a line (`lineId`, null for a new one) there would hang on; null beside everything. */
  attachmentAt: (point: Point, lineId: string | null) => Attachment | null
  /** Shows an element that is being made or reshaped, in the place of the one with its id. */
  showDraft: (element: LessonElement | null) => void
  /** Shows what a line would hang on. */
  showTarget: (id: string | null) => void
  /** Writes where a line is and on what it hangs, as one step of undo. */
  reshape: (line: LineElement) => void
  /** What pulling a handle that only this kind has does; null for nothing. */
  pull: (id: string, handle: string, rest: () => ToolState) => ToolState | null
  /** The drawings whose line passes there, without those that are locked. */
  drawingsAt: (point: Point) => string[]
  /** Shows elements as if they were nearly gone; null ends it. */
  fade: (ids: ReadonlySet<string> | null) => void
  /** Deletes them, as one step of undo. */
  remove: (ids: readonly string[]) => void
  /** Is there something inside that one can edit: a text, a picture to crop? */
  hasInside: (id: string) => boolean
  editInside: (id: string) => void
  /** Where one's laser points now. */
  showLaser: (point: Point) => void
  useTool: (name: ToolName) => void
}

/** One state of a tool. What it does not mention leaves it as it is. */
export interface ToolState {
  /** A gerund. */
  name: string
  /** A CSS cursor, or null for that of what lies under the pointer. */
  cursor: string | null
  pointerDown?: (input: PointerInput, hands: ToolHands) => ToolState
  pointerMove?: (input: PointerInput, hands: ToolHands) => ToolState
  pointerUp?: (input: PointerInput, hands: ToolHands) => ToolState
  /** Escape, a second finger, or another tool: as if it had never begun. */
  cancel?: (hands: ToolHands) => ToolState
}

/** Screen pixels. Less is a click by an unsteady hand. */
export const DRAG_DISTANCE = 4
