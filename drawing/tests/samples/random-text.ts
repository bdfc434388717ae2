import type { BlockNode, InlineNode } from '@anawim/lesson'
import {
  aligned,
  bold,
  br,
  bullets,
  heading,
  highlight,
  italic,
  link,
  numbers,
  p,
  size,
  sub,
  sup,
  underline,
} from './builders.ts'

const words =
  "em cô thầy trường lớp toán hình elip đường tròn nghiêng khoảng Việt Từ Tế Vậy AV x y2 (a b) [c] “d” e-f g/h 1/2 -5 –6 i–k l—m n… o! p? q?r s: t; u, v. https://a.vn/b-c?d=e 😀 → ①②③ 50% $5 5€ a&b c_d «e» Mát-xcơ-va nghiêngnghiêngngảngảkhôngcókhoảngtrắng ... ---- #1 @b c'd".split(
    ' ',
  )

/** Random numbers in [0, 1) that are the same for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed * 2_654_435_761
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

/** A text of words, signs, spaces, styles and lists in any order; the same for the same seed. */
export function randomText(seed: number): BlockNode[] {
  const next = numbersFrom(seed)
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }
  const gaps = [' ', ' ', ' ', ' ', '  ', '', '\u00a0']
  const phrase = () => Array.from({ length: 1 + Math.floor(next() * 5) }, () => pick(words) + pick(gaps)).join('')
  const plain = (text: string): InlineNode => ({ type: 'text', text })
  const styles: ((text: string) => InlineNode)[] = [
    plain,
    plain,
    plain,
    bold,
    italic,
    underline,
    sub,
    sup,
    link,
    highlight,
    (text) => size(text, 13),
    (text) => size(text, 41.5),
    () => br,
  ]
  const inline = () => Array.from({ length: 1 + Math.floor(next() * 6) }, () => pick(styles)(phrase()))
  const blocks: (() => BlockNode)[] = [
    () => p(...inline()),
    () => aligned(pick(['center', 'right', 'justify']), ...inline()),
    () => heading(pick([1, 2, 3]), ...inline()),
    () => bullets(p(...inline()), [p(...inline()), numbers(7, p(...inline()))]),
  ]
  return Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(blocks)())
}
