/** How each kind is named and edited in the editor: one folder each, one line each. */
import { type ElementKind, isKnownKind, type LessonElement } from '@anawim/lesson'
import { audioEditor } from './audio/audio-editor.ts'
import { drawingEditor } from './drawing/drawing-editor.ts'
import { imageEditor } from './image/image-editor.ts'
import type { KindEditor } from './kind-editor.ts'
import { lineEditor } from './line/line-editor.ts'
import { shapeEditor } from './shape/shape-editor.ts'
import { textEditor } from './text/text-editor.ts'
import { videoEditor } from './video/video-editor.ts'

export const kindEditors: { [K in ElementKind]: KindEditor<K> } = {
  text: textEditor,
  shape: shapeEditor,
  image: imageEditor,
  line: lineEditor,
  drawing: drawingEditor,
  video: videoEditor,
  audio: audioEditor,
}

/** That of this element; null for kinds that are kept but not known here. */
export function editorOf<K extends ElementKind>(element: Extract<LessonElement, { kind: K }>): KindEditor<K> | null {
  return isKnownKind(element.kind) ? kindEditors[element.kind as K] : null
}
