import { fontFamilies, fontStack } from '@anawim/drawing'
import { FontFamily } from '@tiptap/extension-text-style'

/** Tiptap's font families, shown with the fonts that `drawing` falls back on; from what is pasted, only families that we have. */
export const LessonFont = FontFamily.extend({
  addGlobalAttributes() {
    return [
      {
        types: this.options.types,
        attributes: {
          fontFamily: {
            default: null,
            parseHTML: (element) => ourFamilyIn(element.style.fontFamily),
            renderHTML: ({ fontFamily }) =>
              typeof fontFamily === 'string' && fontFamily !== ''
                ? { style: `font-family: ${fontStack(fontFamily)}` }
                : {},
          },
        },
      },
    ]
  },
})

function ourFamilyIn(list: string): string | null {
  const first = list.split(',')[0]?.trim().replaceAll(/["']/g, '')
  return fontFamilies.find((family) => family === first) ?? null
}
