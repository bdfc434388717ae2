/**
 * What the editor's canvas is measured beside, with the same elements: react-konva as its tutorials show it, and a canvas on
 * which everything is drawn again in each frame by our own drawing. `?elements=N&as=naive|bare`.
 */
import { drawPage, noImages } from '@anawim/drawing'
import type { LessonPage, ShapeElement } from '@anawim/lesson'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Layer, Rect, Stage } from 'react-konva'
import { lessonContent } from '../lesson-content.ts'

declare global {
  interface Window {
    /** Shows the frame in which one element, or the view, has moved by so much. */
    step?: (what: 'drag' | 'pan', by: number) => void
  }
}

const query = new URLSearchParams(location.search)
const elements = Number(query.get('elements'))
const [page] = lessonContent(elements, elements).pages
const root = document.querySelector('#root')
if (!page || !root) throw new Error('nothing to draw')

function Naive({ elements: rects }: LessonPage) {
  const [moved, setMoved] = useState(0)
  const [x, setX] = useState(0)
  useEffect(() => {
    window.step = (what, by) => (what === 'drag' ? setMoved(by) : setX(by))
  }, [])
  return (
    <Stage width={innerWidth} height={innerHeight} x={x}>
      <Layer>
        {(rects as ShapeElement[]).map((rect, index) => (
          <Rect
            key={rect.id}
            x={rect.x + (index === 0 ? moved : 0)}
            y={rect.y}
            width={rect.width}
            height={rect.height}
            fill={rect.fill}
            stroke={rect.stroke}
            strokeWidth={rect.strokeWidth}
          />
        ))}
      </Layer>
    </Stage>
  )
}

function drawBare(container: Element, shown: LessonPage): void {
  const canvas = document.createElement('canvas')
  canvas.width = innerWidth
  canvas.height = innerHeight
  container.append(canvas)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2D canvas')
  const [first, ...others] = shown.elements
  window.step = (what, by) => {
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, canvas.width, canvas.height)
    context.translate(what === 'pan' ? by : 0, 0)
    const moved = first && what === 'drag' ? [{ ...first, x: first.x + by }, ...others] : shown.elements
    drawPage(context, { ...shown, elements: moved }, noImages)
  }
  window.step('pan', 0)
}

if (query.get('as') === 'naive') createRoot(root).render(<Naive {...page} />)
else drawBare(root, page)
