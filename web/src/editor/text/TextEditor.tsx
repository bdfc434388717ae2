import { textBoxCss, textCss } from '@anawim/drawing'
import { openTextFragment } from '@anawim/lesson/doc'
import { EditorContent, useEditor as useTiptap } from '@tiptap/react'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from '../session/editor-context.ts'
import { isShortcut } from '../commands/shortcut.ts'
import type { InsideProps } from '../kinds/kind-editor.ts'
import './page-text.css'
import { keepFirstMove } from './keep-first-move.ts'
import { sharedText } from './shared-text.ts'
import { textExtensions } from './text-extensions.ts'
import type { TextPlace } from './text-place.ts'
import { TypingBar } from './TypingBar.tsx'
import { clearMarks } from './typing-marks.ts'
import { followCaret } from './follow-caret.ts'
import { useNearText } from './use-near-text.ts'
import { usePlaceOnPage } from './use-place-on-page.ts'
import { useTextPlace } from './use-text-place.ts'

/**
 * Typing in one text box or shape: Tiptap lies over the canvas, set with the numbers that `drawing` lays the text out by.
 * `takeEarlyTyping` gives the letters that were typed before there was an editor to take them.
 */
export function TextEditor({ id, takeEarlyTyping }: InsideProps) {
  const place = useTextPlace(id)
  if (!place) return null
  return <TextBoxEditor key={id} id={id} place={place} takeEarlyTyping={takeEarlyTyping} />
}

interface TextBoxEditorProps {
  id: string
  place: TextPlace
  takeEarlyTyping: () => string
}

/** Not rendered again with each letter: nothing here follows from what is written. */
function TextBoxEditor({ id, place: { box, style }, takeEarlyTyping }: TextBoxEditorProps) {
  const { t } = useTranslation(['editor', 'format'])
  const { session, room } = useEditor()
  const extensions = useMemo(() => {
    const fragment = openTextFragment(session.doc, id)
    return fragment ? [...textExtensions, sharedText(fragment, id, room?.awareness ?? null)] : textExtensions
  }, [session, room, id])
  const label = t('format:text.label')
  const tiptap = useTiptap(
    {
      extensions,
      injectCSS: false,
      autofocus: 'end',
      immediatelyRender: true,
      shouldRerenderOnTransaction: false,
      onFocus: ({ editor }) => {
        const typed = takeEarlyTyping()
        if (typed !== '') editor.view.dispatch(editor.state.tr.insertText(typed))
      },
      editorProps: {
        attributes: { 'aria-label': label, 'aria-multiline': 'true', role: 'textbox' },
        handleKeyDown: (view) => {
          keepFirstMove(view)
          return false
        },
        handleScrollToSelection: (view) => {
          followCaret(view, session)
          return true
        },
      },
    },
    [extensions],
  )
  useEffect(() => {
    session.history.track(ySyncPluginKey)
    session.history.beginStep()
    return () => session.history.beginStep()
  }, [session])
  const frame = useRef<HTMLDivElement>(null)
  const [isLinkOpen, setLinkOpen] = useState(false)
  useEffect(() => {
    const element = frame.current
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing) return
      if (isShortcut(event, 'mod+k')) setLinkOpen(true)
      else if (isShortcut(event, clearMarks.shortcut)) clearMarks.run(tiptap)
      else if (event.key === 'Escape') {
        session.editing.set(null)
        document.querySelector<HTMLElement>('[data-canvas]')?.focus()
      } else return
      event.preventDefault()
      event.stopPropagation()
    }
    element?.addEventListener('keydown', onKey)
    return () => element?.removeEventListener('keydown', onKey)
  }, [session, tiptap])
  useNearText({ ...(session.boxOf(id) ?? box), fontSize: style.fontSize })
  usePlaceOnPage(frame, box)
  const css = textBoxCss(style)
  useEffect(() => {
    for (const [name, value] of Object.entries(css)) frame.current?.style.setProperty(name, value)
  })
  return (
    <>
      <style>{textCss('.page-text .tiptap')}</style>
      <div ref={frame} className="page-text" data-page-text data-over-canvas data-align={style.verticalAlign}>
        <EditorContent editor={tiptap} />
      </div>
      <TypingBar tiptap={tiptap} element={style} isLinkOpen={isLinkOpen} setLinkOpen={setLinkOpen} />
    </>
  )
}
