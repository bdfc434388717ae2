import type { LineHead, Route } from '@anawim/lesson'
import type { Translate } from '../../session/translate.ts'

interface PictureProps {
  size?: number
}

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

const ways: Readonly<Record<Route, string>> = {
  straight: 'M4 20 20 4',
  elbow: 'M3 19h7a2 2 0 0 0 2-2V7a2 2 0 0 1 2-2h7',
  curved: 'M4 20C4 10 10 4 20 4',
}

/** How a route looks. */
export function RoutePicture({ route, size = 20 }: PictureProps & { route: Route }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <path d={ways[route]} {...line} />
    </svg>
  )
}

/** What stands at an end of a line, drawn at its right. */
export function HeadPicture({ head, isStart, size = 20 }: PictureProps & { head: LineHead; isStart?: boolean }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden
      style={isStart ? { transform: 'scaleX(-1)' } : undefined}
    >
      <path d="M3 12h15" {...line} />
      {head === 'arrow' && <path d="M21 12l-8-5v10z" fill="currentColor" />}
      {head === 'dot' && <circle cx="18" cy="12" r="4" fill="currentColor" />}
      {head === 'bar' && <path d="M19 6v12" {...line} />}
    </svg>
  )
}

export const routeName = (t: Translate, route: Route): string =>
  ({ straight: t('editor:line.straight'), elbow: t('editor:line.elbow'), curved: t('editor:line.curved') })[route]

export const headName = (t: Translate, head: LineHead): string =>
  ({
    none: t('editor:line.noHead'),
    arrow: t('editor:line.arrow'),
    dot: t('editor:line.dot'),
    bar: t('editor:line.bar'),
  })[head]
