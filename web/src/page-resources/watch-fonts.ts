import { fontFamilies, fontsChanged } from '@anawim/drawing'

/** Letters of both subsets that lessons are written in, so that neither is fetched in the middle of typing. */
const SAMPLE = 'Aaăâđêôơư ế ữ ợ 1'

/**
 * Fetches the fonts of lessons, and calls `onChange` whenever one has arrived: what was measured before was measured
 * with a stand-in, and has to be laid out and drawn again. Returns what ends it.
 */
export function watchFonts(onChange: () => void): () => void {
  const changed = () => {
    fontsChanged()
    onChange()
  }
  document.fonts.addEventListener('loadingdone', changed)
  // The other families come when a text is first drawn in them, as signs and emoji do.
  const [family] = fontFamilies
  const faces = ['400', '700', 'italic 400', 'italic 700'].map((cut) =>
    document.fonts.load(`${cut} 16px "${family}"`, SAMPLE),
  )
  void Promise.allSettled(faces).then(changed)
  return () => document.fonts.removeEventListener('loadingdone', changed)
}
