import { drawPage, loadLooks } from '@anawim/drawing'
import { type LessonContent, pictureAddresses } from '@anawim/lesson'
import type { Editor } from '../session/editor.ts'
import type { EditorSession } from '../session/session.ts'

/** Canvas pixels to a page pixel. */
const SCALE = 2
/** Some phones draw nothing on a larger canvas. */
const MOST_PIXELS = 16_000_000
/** Milliseconds that a picture has to arrive before the page is drawn without it. */
const PATIENCE = 5_000

/** Saves a lesson's canvas as a JSON file. */
export function downloadJson(content: LessonContent, title: string): void {
  download(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }), `${fileName(title)}.json`)
}

/** Saves the page that is shown as a PNG file, in twice its size. */
export async function downloadPagePng({ session, lesson }: Editor): Promise<void> {
  const page = session.model.wholePage(session.page())
  await Promise.all([loadPictures(session), loadLooks()])
  const canvas = document.createElement('canvas')
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (page.width * page.height)))
  canvas.width = Math.round(page.width * scale)
  canvas.height = Math.round(page.height * scale)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no 2D canvas')
  context.scale(scale, scale)
  drawPage(context, page, session.images)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('The canvas could not be encoded')
  const number = session.model.pages().findIndex(({ id }) => id === page.id) + 1
  download(blob, `${fileName(lesson.title.get())}-${number}.png`)
}

async function loadPictures(session: EditorSession): Promise<void> {
  const addresses = [...pictureAddresses(session.model.wholePage(session.page()))]
  const isMissing = () => addresses.some((src) => session.images.get(src) === null)
  if (!isMissing()) return
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const timer = setTimeout(done, PATIENCE)
    const stop = session.images.subscribe(() => {
      if (!isMissing()) done()
    })
  })
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** A title without what file systems refuse. */
function fileName(title: string): string {
  return (
    title
      .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 80) || 'lesson'
  )
}
