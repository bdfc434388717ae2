/**
 * What the editor's canvas is measured beside, with the same elements: react-konva as its tutorials show it, and a canvas on
 * which everything is drawn again in each frame by our own drawing. `?what=rectangles|strokes&count=N&as=naive|bare`; `?as=tiptap` is the
 * floor of typing.
 */
import { drawInk, drawPage, loadLooks, noImages } from '@anawim/drawing'
import { decodeInk, type InkPoint, type LessonElement, type LessonPage } from '@anawim/lesson'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Layer, Line, Rect, Stage } from 'react-konva'
import { type Sheet, sheetContent } from './sheets.ts'
import { showTypingFloor } from './typing-floor.ts'

/** What changes from frame to frame: one element, the first ten, the view, or a line that grows. */
export type Step = 'drag' | 'others' | 'pan' | 'ink'

declare global {
  interface Window {
    /** Shows the frame in which that has moved by so much. */
    step?: (what: Step, by: number) => void
  }
}

const query = new URLSearchParams(location.search)
const what: Sheet['what'] = query.get('what') === 'strokes' ? 'strokes' : 'rectangles'
const [page] = sheetContent({ what, count: Number(query.get('count')) }).pages
const root = document.querySelector('#root')
if (!page || !root) throw new Error('nothing to draw')

const style = { brush: 'pen', stroke: '#1f2937', strokeWidth: 4, opacity: 1 } as const

/** How many of the first elements that moves. */
const movers = (kind: Step) => (kind === 'drag' ? 1 : kind === 'others' ? 10 : 0)

/** The point of a spiral that a hand has reached. */
const inkAt = (step: number): InkPoint => ({
  x: 500 + (50 + step) * Math.cos(step / 8),
  y: 350 + (50 + step) * Math.sin(step / 8),
  pressure: null,
})

function NaiveElement({ element, by }: { element: LessonElement; by: number }) {
  const { x, y, width, height } = element
  if (element.kind === 'drawing') {
    const points = decodeInk(element.points, '').flatMap((point) => [point.x, point.y])
    return <Line x={x + by} y={y} points={points} stroke={element.stroke} strokeWidth={element.strokeWidth} />
  }
  if (element.kind !== 'shape') return null
  const { fill, stroke, strokeWidth } = element
  return <Rect x={x + by} y={y} width={width} height={height} fill={fill} stroke={stroke} strokeWidth={strokeWidth} />
}

function Naive({ elements }: LessonPage) {
  const [{ kind, by }, setStep] = useState<{ kind: Step; by: number }>({ kind: 'pan', by: 0 })
  const [ink, setInk] = useState<readonly number[]>([])
  useEffect(() => {
    window.step = (now, far) => {
      if (now !== 'ink') return setStep({ kind: now, by: far })
      const { x, y } = inkAt(far)
      setInk((points) => [...points, x, y])
    }
  }, [])
  return (
    <Stage width={innerWidth} height={innerHeight} x={kind === 'pan' ? by : 0}>
      <Layer>
        {elements.map((element, index) => (
          <NaiveElement key={element.id} element={element} by={index < movers(kind) ? by : 0} />
        ))}
        <Line points={[...ink]} stroke={style.stroke} strokeWidth={style.strokeWidth} />
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
  const ink: InkPoint[] = []
  const step = (kind: Step, by: number) => {
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, canvas.width, canvas.height)
    context.translate(kind === 'pan' ? by : 0, 0)
    const count = movers(kind)
    const moved = shown.elements.map((element, index) => (index < count ? { ...element, x: element.x + by } : element))
    drawPage(context, { ...shown, elements: count > 0 ? moved : shown.elements }, noImages)
    if (kind === 'ink') ink.push(inkAt(by))
    if (ink.length > 0) drawInk(context, ink, style)
  }
  step('pan', 0)
  window.step = step
}

if (query.get('as') === 'tiptap') showTypingFloor(root)
else if (query.get('as') === 'naive') createRoot(root).render(<Naive {...page} />)
else {
  const [container, shown] = [root, page]
  void loadLooks().then(() => drawBare(container, shown))
}
