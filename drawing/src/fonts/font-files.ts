/** Where the fonts of `font-list.ts` come from. Browsers get the same from `fonts.css`, which is made of this. */
import { type fallbackFamilies, fontFamilies } from './font-list.ts'

/** One font file. `file` is its path as a package import, a real TTF. */
export interface FontFace {
  family: string
  weight: 400 | 700
  style: 'normal' | 'italic'
  file: string
}

const cuts = [
  { weight: 400, style: 'normal', cut: '400Regular' },
  { weight: 700, style: 'normal', cut: '700Bold' },
  { weight: 400, style: 'italic', cut: '400Regular_Italic' },
  { weight: 700, style: 'italic', cut: '700Bold_Italic' },
] as const

/** The files of the families. Whoever measures text waits until they are loaded. */
export const fontFaces: readonly FontFace[] = fontFamilies.flatMap((family) =>
  cuts.map(({ weight, style, cut }) => {
    const name = family.replaceAll(' ', '')
    const folder = `@expo-google-fonts/${family.toLowerCase().replaceAll(' ', '-')}`
    return { family, weight, style, file: `${folder}/${cut}/${name}_${cut}.ttf` }
  }),
)

/** A font for signs and emoji: in Node one file, in browsers parts that load when needed. */
export interface FallbackFace {
  family: (typeof fallbackFamilies)[number]
  file: string
  /** The package whose `400.css` lists the parts, or the one file that has all. */
  subsets: string
  only?: string
}

/** In the order of `fallbackFamilies`. */
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
