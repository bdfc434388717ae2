import type { Translate } from '../session/translate.ts'

/** Colours that go together, and keep their meaning beside each other on a projector: greys, then strong, then light ones; and what they are called. */
export const palette: readonly (readonly [color: string, name: (t: Translate) => string])[] = [
  ['#1f2937', (t) => t('format:color.names.ink')],
  ['#5f6a77', (t) => t('format:color.names.darkGray')],
  ['#98a2ae', (t) => t('format:color.names.gray')],
  ['#d8dee4', (t) => t('format:color.names.lightGray')],
  ['#ffffff', (t) => t('format:color.names.white')],
  ['#c92a2a', (t) => t('format:color.names.red')],
  ['#e8590c', (t) => t('format:color.names.orange')],
  ['#f59f00', (t) => t('format:color.names.amber')],
  ['#2f9e44', (t) => t('format:color.names.green')],
  ['#0b6a5c', (t) => t('format:color.names.teal')],
  ['#1971c2', (t) => t('format:color.names.blue')],
  ['#6741d9', (t) => t('format:color.names.purple')],
  ['#c2255c', (t) => t('format:color.names.magenta')],
  ['#ffc9c9', (t) => t('format:color.names.lightRed')],
  ['#ffd8a8', (t) => t('format:color.names.peach')],
  ['#ffd43b', (t) => t('format:color.names.yellow')],
  ['#b2f2bb', (t) => t('format:color.names.lightGreen')],
  ['#96f2d7', (t) => t('format:color.names.mint')],
  ['#a5d8ff', (t) => t('format:color.names.lightBlue')],
  ['#d0bfff', (t) => t('format:color.names.lavender')],
  ['#fcc2d7', (t) => t('format:color.names.pink')],
  ['#fff3bf', (t) => t('format:color.names.cream')],
  ['#e6fcf5', (t) => t('format:color.names.paleMint')],
]
