import { watchLooks } from '@anawim/drawing'
import { type RefObject, useEffect, useMemo } from 'react'
import { watchFonts } from '../../page-resources/watch-fonts.ts'
import { useEditorSession } from '../session/editor-context.ts'
import type { EditorSession } from '../session/session.ts'
import type { Drawable } from './drawable.ts'
import { drawOpaquePaper } from './draw-sheet.ts'
import { PagePicture } from './page-picture.ts'
import { paintElement } from './paint-element.ts'

/** The picture of the page that stands still, kept up with the document, gestures, pictures and fonts. */
export function usePagePicture(layer: RefObject<Drawable | null>): PagePicture {
  const session = useEditorSession()
  const picture = useMemo(() => pictureOf(session, () => layer.current?.batchDraw()), [session, layer])
  useEffect(() => {
    const clear = () => picture.clear()
    const stops = [
      session.places.subscribe({
        changed: (id, before, after) => picture.change(id, before, after),
        reset: clear,
      }),
      session.images.subscribe(() => picture.invalidate()),
      // What was measured with a stand-in stands elsewhere now.
      watchFonts(() => session.places.forget()),
      watchLooks(() => session.places.forget()),
    ]
    return () => {
      for (const stop of stops) stop()
      picture.destroy()
    }
  }, [session, picture])
  return picture
}

function pictureOf(session: EditorSession, wantFrame: () => void): PagePicture {
  return new PagePicture({
    places: () => session.places.list(),
    reach: () => session.places.reach(),
    paper: (ctx) => drawOpaquePaper(ctx, session.page(), session.images),
    paint: (ctx, { shown }) => shown && paintElement(ctx, shown, session),
    makeCanvas: () => document.createElement('canvas'),
    wantFrame,
    now: () => performance.now(),
  })
}
