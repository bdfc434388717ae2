import { createMeasure, elementViews, watchLooks } from '@anawim/drawing'
import {
  withDefaults,
  type ImageElement,
  type LessonElement,
  type LessonPage,
  type RichText,
  type ShapeElement,
} from '@anawim/lesson'
import { type CSSProperties, useEffect, useReducer } from 'react'
import { LatePlayer } from './LatePlayer.tsx'
import { type SpokenLevels, spokenLevelsOf } from './spoken-levels.ts'
import { place, TextBox } from './TextBox.tsx'
import styles from './viewer.module.css'

/**
 * What the page says, as real text exactly above its picture: invisible, but read by screen readers, found by the
 * browser's search, with links that can be followed and films that can be played. It is laid out at zoom 1 and scaled, like the picture.
 */
export function PageText({ page, scale }: { page: LessonPage; scale: number }) {
  const style: CSSProperties = { width: page.width, height: page.height, transform: `scale(${scale})` }
  const spokenLevels = spokenLevelsOf(page.elements)
  return (
    <div className={styles.text} style={style}>
      {inReadingOrder(page.elements).map((element) =>
        element.kind === 'video' || element.kind === 'audio' ? (
          <LatePlayer key={element.id} element={element} page={page} scale={scale} />
        ) : (
          <ElementText key={element.id} element={element} spokenLevels={spokenLevels} />
        ),
      )}
    </div>
  )
}

function ElementText({ element, spokenLevels }: { element: LessonElement; spokenLevels: SpokenLevels }) {
  if (element.kind === 'text') {
    return <TextBox box={element} style={withDefaults(element)} text={element.text} spokenLevels={spokenLevels} />
  }
  if (element.kind === 'shape' && element.text) {
    return <ShapeText element={element} text={element.text} spokenLevels={spokenLevels} />
  }
  if (element.kind === 'image') return element.alt === '' ? null : <Picture element={element} />
  return null
}

/** The text in a shape, once the code has come that knows where in the shape that is. */
function ShapeText(props: { element: ShapeElement; text: RichText; spokenLevels: SpokenLevels }) {
  const { element, text, spokenLevels } = props
  const [, lookAgain] = useReducer((times: number) => times + 1, 0)
  useEffect(() => {
    // A font that comes late makes the text of another height, and so the shape.
    document.fonts.addEventListener('loadingdone', lookAgain)
    const stop = watchLooks(lookAgain)
    return () => {
      document.fonts.removeEventListener('loadingdone', lookAgain)
      stop()
    }
  }, [])
  const context = document.createElement('canvas').getContext('2d')
  const box = context && elementViews.shape.textBox?.(element, createMeasure(context))
  return box ? <TextBox box={box} style={withDefaults(element)} text={text} spokenLevels={spokenLevels} /> : null
}

function Picture({ element }: { element: ImageElement }) {
  return <div role="img" aria-label={element.alt} className={styles.box} style={place(element)} />
}

/** From the top down, and from left to right where two begin at about the same height. */
function inReadingOrder(elements: readonly LessonElement[]): LessonElement[] {
  return elements.toSorted((a, b) => (Math.abs(a.y - b.y) < 16 ? a.x - b.x : a.y - b.y))
}
