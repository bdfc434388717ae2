/**
 * What a tool is: a few small states with gerund names. An event reaches the state with its target resolved and its
 * points in page pixels; the state returns the next one. So tools know neither Konva nor the DOM, and are tested by hands.
 */
import type { Box, ElementKind, LessonElement } from '@anawim/lesson'
import type { Handle } from '../canvas/handles.ts'
import type { Point, Rect } from '../canvas/point.ts'
import type { Guide } from './select/snap-lines.ts'
import type { Snapper } from './select/snapping.ts'

/** What lies under the pointer. */
export type Target = { on: 'element'; id: string } | { on: 'handle'; handle: Handle } | { on: 'page' }

export interface PointerInput {
  /** Page pixels. */
  point: Point
  /** Screen pixels: how far a hand has to move before it is a drag does not depend on the zoom. */
  screen: Point
  target: Target
  shift: boolean
  alt: boolean
  /** Ctrl, Command on a Mac: nothing snaps while it is held. */
  mod: boolean
  /** 2 for the second press of a double click. */
  clicks: number
}

/** The select tool, or that of a kind. */
export type ToolName = 'select' | ElementKind

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
  /** Writes a new element on top of the page and selects it. */
  create: (element: LessonElement) => void
  editText: (id: string) => void
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
