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

const beVietnamPro = '@expo-google-fonts/be-vietnam-pro'

/** The files of the families above. Whoever measures text waits until they are loaded. */
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

/** A font for signs and emoji that no family above has: in Node one file, in browsers parts that load when needed. */
export interface FallbackFace {
  family: string
  file: string
  /** The package whose `400.css` lists the parts, or the one file that has all. */
  subsets: string
  only?: string
}

/** Asked in this order. */
export const fallbackFaces: readonly FallbackFace[] = [
  {
    family: 'Noto Emoji',
    file: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
    subsets: '@fontsource/noto-emoji',
  },
  {
    family: 'Noto Sans Symbols',
    file: '@expo-google-fonts/noto-sans-symbols/400Regular/NotoSansSymbols_400Regular.ttf',
    subsets: '@fontsource/noto-sans-symbols',
  },
  {
    family: 'Noto Sans Math',
    file: '@expo-google-fonts/noto-sans-math/400Regular/NotoSansMath_400Regular.ttf',
    subsets: '@fontsource/noto-sans-math',
    only: '@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2',
  },
  {
    family: 'Noto Sans Symbols 2',
    file: '@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf',
    subsets: '@fontsource/noto-sans-symbols-2',
  },
]
