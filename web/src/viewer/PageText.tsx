import { fontStack } from '@anawim/drawing'
import { withDefaults, type ImageElement, type LessonElement, type LessonPage, type TextElement } from '@anawim/lesson'
import type { CSSProperties } from 'react'
import { RichTextView } from './RichTextView.tsx'
import { type SpokenLevels, spokenLevelsOf } from './spoken-levels.ts'
import styles from './viewer.module.css'

/**
 * What the page says, as real text exactly above its picture: invisible, but read by screen readers, found by the
 * browser's search, and with links that can be followed. It is laid out at zoom 1 and scaled, like the picture.
 */
export function PageText({ page, scale }: { page: LessonPage; scale: number }) {
  const style: CSSProperties = { width: page.width, height: page.height, transform: `scale(${scale})` }
  const spokenLevels = spokenLevelsOf(page.elements)
  return (
    <div className={styles.text} style={style}>
      {inReadingOrder(page.elements).map((element) => (
        <ElementText key={element.id} element={element} spokenLevels={spokenLevels} />
      ))}
    </div>
  )
}

function ElementText({ element, spokenLevels }: { element: LessonElement; spokenLevels: SpokenLevels }) {
  if (element.kind === 'text') return <TextBox element={element} spokenLevels={spokenLevels} />
  if (element.kind === 'image') return element.alt === '' ? null : <Picture element={element} />
  return null
}

/** What the style sheet of the text (`textCss` of `drawing/`) is scoped to. */
export const textClass = 'lesson-text'

const justify = { top: 'flex-start', middle: 'center', bottom: 'flex-end' } as const

function TextBox({ element, spokenLevels }: { element: TextElement; spokenLevels: SpokenLevels }) {
  const box = withDefaults(element)
  const style: CSSProperties = {
    ...place(element),
    fontFamily: fontStack(box.fontFamily),
    fontSize: box.fontSize,
    lineHeight: box.lineHeight,
    textAlign: box.align,
    justifyContent: justify[box.verticalAlign],
  }
  return (
    <div className={styles.box} style={style}>
      <div className={textClass}>
        <RichTextView text={element.text} spokenLevels={spokenLevels} />
      </div>
    </div>
  )
}

function Picture({ element }: { element: ImageElement }) {
  return <div role="img" aria-label={element.alt} className={styles.box} style={place(element)} />
}

function place({ x, y, width, height, rotation }: LessonElement): CSSProperties {
  return { left: x, top: y, width, minHeight: height, transform: rotation ? `rotate(${rotation}deg)` : undefined }
}

/** From the top down, and from left to right where two begin at about the same height. */
function inReadingOrder(elements: readonly LessonElement[]): LessonElement[] {
  return elements.toSorted((a, b) => (Math.abs(a.y - b.y) < 16 ? a.x - b.x : a.y - b.y))
}
