/** A text that several people type in, and what those do who are no browser. */
import { type BlockNode, type LessonContent, newContent } from '@anawim/lesson'
import { openTextFragment } from '@anawim/lesson/doc'
import { type Doc, XmlElement, XmlText } from 'yjs'

/** Milliseconds between two letters of one person: a quick hand. */
export const PACE = 150

const sentence = 'Quang hợp là quá trình thu nhận và chuyển hoá năng lượng ánh sáng mặt trời của thực vật. '

const paragraph = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** A page with one text box of four paragraphs: one for each who types. */
export function typingContent(): LessonContent {
  const content = newContent('p1', 'Page 1')
  const text = { type: 'doc' as const, content: Array.from({ length: 4 }, () => paragraph(sentence.repeat(2))) }
  const box = { id: 'box_______', kind: 'text' as const, x: 80, y: 60, width: 900, height: 400, rotation: 0, text }
  return { ...content, pages: content.pages.map((page) => ({ ...page, elements: [box] })) }
}

/** The same text, and nothing that knows of anybody. */
export const bareText = `<div contenteditable style="width: 900px; font: 24px sans-serif">${`<p>${sentence.repeat(2)}</p>`.repeat(4)}</div>`

/** Each call types one letter in that person's paragraph. */
export function insertLetters(doc: Doc, person: number): () => void {
  const home = openTextFragment(doc, 'box_______')?.get(person)
  const line = home instanceof XmlElement ? home.get(0) : null
  if (!(line instanceof XmlText)) throw new Error('the box has no such paragraph')
  let letters = 0
  return () => line.insert(10 + letters, sentence.charAt(letters++ % sentence.length))
}
