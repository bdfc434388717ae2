import { limits } from '@anawim/lesson'
import { LOCAL, updatePage } from '@anawim/lesson/doc'
import { fitToView } from '../canvas/use-camera-fit.ts'
import type { Size } from '../canvas/camera.ts'
import type { EditorSession } from '../session/session.ts'
import { asOneStep } from '../session/one-step.ts'

/** The usual sizes, page pixels, the longer side across. */
export const pageSizes = {
  '16:9': { width: 1280, height: 720 },
  '4:3': { width: 1024, height: 768 },
  A4: { width: 1123, height: 794 },
} as const satisfies Record<string, Size>

export type PageSizeName = keyof typeof pageSizes

export const isPortrait = ({ width, height }: Size) => height > width

export const turned = ({ width, height }: Size): Size => ({ width: height, height: width })

/** Which of the usual sizes that is, upright or across; null for another. */
export function sizeName(size: Size): PageSizeName | null {
  const { width, height } = isPortrait(size) ? turned(size) : size
  for (const name of Object.keys(pageSizes) as PageSizeName[]) {
    if (pageSizes[name].width === width && pageSizes[name].height === height) return name
  }
  return null
}

/** One that a page may have. */
export function allowedSize({ width, height }: Size): Size {
  const { min, max } = limits.pageSize
  const within = (length: number) => Math.min(max, Math.max(min, Math.round(length)))
  return { width: within(width), height: within(height) }
}

/** Gives these pages that size, as one step of undo, and shows the whole of the one that is looked at. */
export function resizePages(session: EditorSession, pageIds: readonly string[], size: Size): void {
  asOneStep(session, () =>
    session.doc.transact(() => {
      for (const id of pageIds) updatePage(session.doc, id, allowedSize(size))
    }, LOCAL),
  )
  fitToView(session)
}
