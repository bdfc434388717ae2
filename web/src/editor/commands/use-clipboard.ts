import { limits, newId, roundLength, textDefaults, type TextElement } from '@anawim/lesson'
import { addElements } from '@anawim/lesson/doc'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { insertLater } from '../images/insert-later.ts'
import { mediaTypeOf } from '../../media/media-type.ts'
import type { Editor } from '../session/editor.ts'
import { useEditor } from '../session/editor-context.ts'
import { askedPage } from './ask-copy.ts'
import { CLIP_TYPE, copyPage, copySelection, pasteClip } from './clip.ts'
import { deleteCommand } from './element-commands.ts'
import { isTyping } from './is-typing.ts'

/** Copy, cut and paste of elements, files and plain text, by the browser's own events. */
export function useClipboard(): void {
  const editor = useEditor()
  const { t } = useTranslation('editor')
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (isTyping(event)) return
      const pageId = askedPage() ?? focusedPage()
      const clip = pageId === null ? copySelection(editor) : copyPage(editor, pageId)
      if (!clip) return
      event.preventDefault()
      event.clipboardData?.setData(CLIP_TYPE, clip.json)
      event.clipboardData?.setData('text/plain', clip.text)
    }
    const onCut = (event: ClipboardEvent) => {
      // A page is not cut: one would have to know first that it arrived.
      if (isTyping(event) || focusedPage() !== null || editor.session.selection.get().length === 0) return
      onCopy(event)
      deleteCommand.run(editor, t)
    }
    const onPaste = (event: ClipboardEvent) => {
      if (isTyping(event) || !event.clipboardData) return
      if (paste(editor, event.clipboardData)) event.preventDefault()
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCut)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCut)
      document.removeEventListener('paste', onPaste)
    }
  }, [editor, t])
}

/** The page in the strip that the keyboard is on. */
function focusedPage(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-page-card]')?.dataset['pageCard'] ?? null
}

function paste(editor: Editor, data: DataTransfer): boolean {
  const clip = data.getData(CLIP_TYPE)
  if (clip && pasteClip(editor, clip)) return true
  const files = [...data.files].filter((file) => mediaTypeOf(file) !== null)
  if (files.length > 0) {
    void insertLater(editor, files)
    return true
  }
  const text = data.getData('text/plain').trim()
  if (text) pasteText(editor, text)
  return text !== ''
}

function pasteText({ session }: Editor, text: string): void {
  const page = session.page()
  const lines = text.slice(0, limits.textLength).split(/\r?\n/)
  const width = Math.min(600, page.width * 0.8)
  const height = roundLength(lines.length * textDefaults.fontSize * textDefaults.lineHeight)
  const element: TextElement = {
    id: newId(),
    kind: 'text',
    x: (page.width - width) / 2,
    y: Math.max(0, (page.height - height) / 2),
    width,
    height: roundLength(textDefaults.fontSize * textDefaults.lineHeight),
    rotation: 0,
    text: {
      type: 'doc',
      content: lines.map((line) => ({
        type: 'paragraph',
        ...(line ? { content: [{ type: 'text', text: line }] } : {}),
      })),
    },
  }
  session.history.beginStep()
  session.selection.set(addElements(session.doc, page.id, [element]))
  session.history.beginStep()
}
