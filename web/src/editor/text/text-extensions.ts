import { textAligns } from '@anawim/lesson'
import type { Extensions } from '@tiptap/core'
import Highlight from '@tiptap/extension-highlight'
import Subscript from '@tiptap/extension-subscript'
import Superscript from '@tiptap/extension-superscript'
import TextAlign from '@tiptap/extension-text-align'
import { Color, FontSize, TextStyle } from '@tiptap/extension-text-style'
import StarterKit from '@tiptap/starter-kit'
import { LessonFont } from './lesson-font.ts'

/** What a text of a lesson can hold, and nothing else: `lesson/src/rich-text.ts` is the same list as JSON. */
export const textExtensions: Extensions = [
  StarterKit.configure({
    // Undo is the lesson's, over canvas and text together.
    undoRedo: false,
    blockquote: false,
    code: false,
    codeBlock: false,
    horizontalRule: false,
    dropcursor: false,
    gapcursor: false,
    trailingNode: false,
    heading: { levels: [1, 2, 3] },
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      isAllowedUri: (url) => /^(https?:\/\/|mailto:)\S+$/i.test(url),
      HTMLAttributes: { target: null, rel: null, class: null },
    },
  }),
  TextStyle,
  Color,
  FontSize,
  LessonFont,
  Highlight.configure({ multicolor: true }),
  Subscript,
  Superscript,
  TextAlign.configure({ types: ['paragraph', 'heading'], alignments: [...textAligns] }),
]
