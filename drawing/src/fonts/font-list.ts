/**
 * The fonts that ship with Anawim. A lesson is laid out with these and with nothing that happens to be installed, so
 * that the server, a laptop and a phone break its lines at the same places. Their files are listed in `font-files.ts`.
 */

/**
 * What a text may choose from, each regular, bold and italic, and with all of Vietnamese. The first is the default: it stands in for
 * every name that is not here, and for letters that another has not.
 */
export const fontFamilies = ['Be Vietnam Pro', 'Nunito', 'Lora', 'Mali', 'Roboto Mono'] as const

/**
 * Above and below the baseline, in em: of the default, and by `fonts.css` of all others too. Had each its own, lines with two families
 * would be a pixel higher in some browsers, which round before they add.
 */
export const fontMetrics = { ascent: 1, descent: 0.265 } as const

/** Signs and emoji that no family above has, asked in this order. */
export const fallbackFamilies = ['Noto Emoji', 'Noto Sans Symbols', 'Noto Sans Math', 'Noto Sans Symbols 2'] as const
