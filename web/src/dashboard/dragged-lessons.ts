import type { DragEvent } from 'react'

const TYPE = 'application/x-anawim-lessons'

/** Begins to drag lessons: which ones, the page knows; the type tells folders that it is lessons. */
export function startDragging(event: DragEvent, title: string): void {
  event.dataTransfer.setData(TYPE, title)
  event.dataTransfer.effectAllowed = 'move'
}

/** Is what is dragged over a folder lessons, and not a file or some text? */
export function holdsLessons(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(TYPE)
}
