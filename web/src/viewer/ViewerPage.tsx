import { textCss } from '@anawim/drawing'
import { IconArrowLeft, IconLoader2, IconWifiOff } from '@tabler/icons-react'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImageCache } from '../page-resources/image-cache.ts'
import type { PagePainter } from '../page-resources/keep-drawn.ts'
import type { LiveLesson, LiveState } from './live-lesson.ts'
import { textClass } from './TextBox.tsx'
import { PageView } from './PageView.tsx'
import { useResolution } from './use-resolution.ts'
import styles from './viewer.module.css'
import { ViewerMessage } from './ViewerMessage.tsx'

interface PictureProps {
  images: ImageCache
  painter: PagePainter
}

/** A lesson as a reader sees it: all its pages below each other, changing as its authors work. */
export function ViewerPage({ lesson, ...picture }: { lesson: LiveLesson } & PictureProps) {
  const state = useSyncExternalStore(lesson.subscribe, lesson.state)
  const { t } = useTranslation('viewer')
  useEffect(() => lesson.start(), [lesson])
  useEffect(() => {
    document.title = state.view ? `${state.view.title} · Anawim` : 'Anawim'
  }, [state.view])

  return (
    <div className={styles.screen}>
      <style>{textCss(`.${textClass}`)}</style>
      <header className={styles.header}>
        <a className={styles.back} href="/" aria-label={t('viewer:back')} title={t('viewer:back')}>
          <IconArrowLeft size={22} aria-hidden="true" />
        </a>
        <h1 className={styles.title}>{state.view?.title ?? ' '}</h1>
        <LiveBadge state={state} />
      </header>
      <main className={styles.main} aria-busy={state.status === 'loading'}>
        <Content state={state} {...picture} />
      </main>
    </div>
  )
}

function Content({ state, ...picture }: { state: LiveState } & PictureProps) {
  const { t } = useTranslation('viewer')
  const resolution = useResolution()
  if (state.status === 'ended') return <ViewerMessage reason={state.reason} />
  if (!state.view) return <LoadingPage />
  const { pages } = state.view.content
  if (pages.length === 0) return <p className={styles.empty}>{t('viewer:empty')}</p>
  return pages.map((page, index) => (
    <PageView key={page.id} page={page} number={index + 1} resolution={resolution} {...picture} />
  ))
}

function LoadingPage() {
  const { t } = useTranslation('viewer')
  return (
    <div className={styles.page}>
      <div className={`${styles.frame} ${styles.skeleton}`} style={{ aspectRatio: '16 / 9' }}>
        <span className={styles.hidden} role="status">
          {t('viewer:loading')}
        </span>
      </div>
    </div>
  )
}

function LiveBadge({ state }: { state: LiveState }) {
  const { t } = useTranslation('viewer')
  return (
    <span role="status" className={styles.badge} data-status={state.status}>
      {state.status === 'live' && (
        <>
          <span className={styles.dot} aria-hidden="true" />
          {t('viewer:live')}
        </>
      )}
      {state.status === 'loading' && (
        <>
          <IconLoader2 size={16} className={styles.spin} aria-hidden="true" />
          {t('viewer:loading')}
        </>
      )}
      {state.status === 'waiting' && (
        <>
          <IconWifiOff size={16} aria-hidden="true" />
          {t('viewer:waiting')}
        </>
      )}
    </span>
  )
}
