/** Parts that several templates are drawn of, so that they look like one family. */
import { at, grouped, line, say, shape, text, type Element, type Place, type Words } from './build.ts'

export const INK = '#1f2937'
export const SOFT = '#4b5563'

/** The colours of one template: its dark one, the light one under its cards, and the paper. */
export interface Theme {
  dark: string
  light: string
  paper: string
}

export const jade: Theme = { dark: '#0f766e', light: '#ccefe6', paper: '#f4fbf8' }
export const sky: Theme = { dark: '#1d4ed8', light: '#dbe8fd', paper: '#f5f9ff' }
export const coral: Theme = { dark: '#c2410c', light: '#fde3d3', paper: '#fff9f5' }
export const plum: Theme = { dark: '#7e22ce', light: '#eddcfb', paper: '#fbf7ff' }
export const honey: Theme = { dark: '#92580a', light: '#fdecc2', paper: '#fffbf0' }
export const rose: Theme = { dark: '#be185d', light: '#fbdce9', paper: '#fff7fa' }

/** What a page is called, on a band over all of its width, with what teachers fill in at its right. */
export function band(theme: Theme, title: string, note: string): Element[] {
  return [
    shape('rectangle', at(0, 0, 1280, 100), theme.dark),
    shape('ellipse', at(1130, -90, 240, 240), '#ffffff', { opacity: 0.08 }),
    shape('ellipse', at(1040, 40, 120, 120), '#ffffff', { opacity: 0.08 }),
    shape('rectangle', at(0, 100, 1280, 66), theme.paper),
    text(at(56, 24, 760, 52), `**${title}**`, { fontSize: 36, color: '#ffffff', lineHeight: 1.3 }),
    text(at(820, 36, 404, 30), note, { fontSize: 19, color: '#ffffff', align: 'right' }),
  ]
}

/** A card: a head in the dark colour, and what is written under it. */
export function card(place: Place, theme: Theme, head: string, words: Words, fill = '#ffffff'): Element[] {
  const { x, y, width, height } = place
  return grouped(
    shape('rectangle', place, fill, { radius: 16, stroke: theme.light, strokeWidth: 2 }),
    shape('rectangle', at(x + 20, y + 22, 6, 26), theme.dark, { radius: 3 }),
    text(at(x + 38, y + 18, width - 58, 34), `**${head}**`, { fontSize: 23, color: theme.dark, lineHeight: 1.5 }),
    text(at(x + 22, y + 62, width - 44, height - 80), words, { fontSize: 21, color: INK, lineHeight: 1.5 }),
  )
}

/** A round mark with a letter, a number or a few in it. */
export function mark(x: number, y: number, size: number, fill: string, words: string, fontSize = 22): Element {
  return shape('ellipse', at(x, y, size, size), fill, {
    ...say(`**${words}**`),
    color: '#ffffff',
    fontSize,
    lineHeight: 1.2,
  })
}

/** Lines to write on. */
export function writingLines(place: Place, color: string, gap = 44): Element[] {
  const count = Math.floor(place.height / gap)
  return Array.from({ length: count }, (_, index) =>
    line(at(place.x, place.y + (index + 1) * gap, place.width, 0), color, { strokeWidth: 1.5, dash: 'dotted' }),
  )
}
