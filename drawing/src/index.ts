/**
 * How a lesson looks: from an element's JSON to a 2D context, the same on screen, in a thumbnail and in a PDF. What an
 * element is belongs to `@anawim/lesson`; tools, panels and everything that knows React, Konva or a DOM to the web.
 */
export * from './context.ts'
export * from './draw-element.ts'
export * from './draw-page.ts'
export { loadLooks, watchLooks } from './elements/fetched-view.ts'
export { elementViews } from './elements/index.ts'
export { alongWay, bendPoint, lineWay } from './lines/line-way.ts'
export { lineBetween, ownEnds } from './lines/place-line.ts'
export type { ElementView, FindElement, Point } from './elements/view.ts'
export * from './fonts/font-list.ts'
export * from './fonts/font-of.ts'
export * from './frame.ts'
export * from './hit-test.ts'
export { drawInk, type InkStyle } from './ink/ink-outline.ts'
export * from './text/draw-text.ts'
export * from './text/layout-text.ts'
export { createMeasure, fontsChanged, type Measure } from './text/measure.ts'
export type { BlockRole, ListMarker } from './text/paragraphs.ts'
export type { PlacedMarker, TextLine, TextRun } from './text/place-lines.ts'
export type { RunStyle } from './text/run-style.ts'
export * from './text/text-css.ts'
