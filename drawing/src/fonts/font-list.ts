/**
 * The fonts that ship with Anawim. A lesson is laid out with these and with nothing that happens to be installed, so
 * that the server, a laptop and a phone break its lines at the same places.
 */

/** One font file. `file` is its path as a package import, a real TTF. */
export interface FontFace {
  family: string
  weight: 400 | 700
  style: 'normal' | 'italic'
  file: string
}

/** A family that a text may name. Metrics in em, as every CSS engine reads them from the file. */
export interface FontFamily {
  family: string
  ascent: number
  descent: number
}

/** What a text may choose from; the first is the default, and stands in for every name that is not here. */
export const fontFamilies: readonly [FontFamily, ...FontFamily[]] = [
  { family: 'Be Vietnam Pro', ascent: 1, descent: 0.265 },
]

/** For signs and emoji that the families above lack, asked in this order. */
export const fallbackFamilies: readonly string[] = ['Noto Emoji', 'Noto Sans Math', 'Noto Sans Symbols 2']

const beVietnamPro = '@expo-google-fonts/be-vietnam-pro'

/** Every file: registered in Node by `registerFonts()`, declared for browsers in `fonts.css`. */
export const fontFaces: readonly FontFace[] = [
  {
    family: 'Be Vietnam Pro',
    weight: 400,
    style: 'normal',
    file: `${beVietnamPro}/400Regular/BeVietnamPro_400Regular.ttf`,
  },
  { family: 'Be Vietnam Pro', weight: 700, style: 'normal', file: `${beVietnamPro}/700Bold/BeVietnamPro_700Bold.ttf` },
  {
    family: 'Be Vietnam Pro',
    weight: 400,
    style: 'italic',
    file: `${beVietnamPro}/400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf`,
  },
  {
    family: 'Be Vietnam Pro',
    weight: 700,
    style: 'italic',
    file: `${beVietnamPro}/700Bold_Italic/BeVietnamPro_700Bold_Italic.ttf`,
  },
]
