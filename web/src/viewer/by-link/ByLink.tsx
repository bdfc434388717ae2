import { Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImageCache } from '../../page-resources/image-cache.ts'
import type { PagePainter } from '../../page-resources/keep-drawn.ts'
import type { awaitGestures } from '../await-gestures.ts'
import type { LiveLesson } from '../live-lesson.ts'
import type { ViewerPage } from '../ViewerPage.tsx'
import styles from './ByLink.module.css'
import { CodeForm } from './CodeForm.tsx'
import { LinkDoor } from './link-door.ts'
import type { AwaitMotion } from './link-session.ts'
import { LinkFailure } from './LinkFailure.tsx'

interface ByLinkProps {
  images: ImageCache
  painter: PagePainter
  /** The page's own code, of which this knows the types only. */
  Page: typeof ViewerPage
  Lesson: typeof LiveLesson
  awaitGestures: typeof awaitGestures
}

/** `/l/#SECRET`: one published lesson, for who was sent the link. Asks for its code when it has one. */
export function ByLink({ images, painter, Page, Lesson, awaitGestures }: ByLinkProps) {
  const { t } = useTranslation('viewer')
  const [door] = useState(() => {
    const awaitMotion: AwaitMotion = (socket, lessonId) => awaitGestures(socket, lessonId, painter)
    return new LinkDoor(window.location.hash.slice(1), Lesson, awaitMotion)
  })
  const step = useSyncExternalStore(door.subscribe, door.step)
  useEffect(() => {
    door.start()
    // Another link in the same window changes nothing but the fragment.
    const reload = () => window.location.reload()
    window.addEventListener('hashchange', reload)
    return () => window.removeEventListener('hashchange', reload)
  }, [door])

  return (
    <div className={styles.guest}>
      {step.at === 'opening' && (
        <p role="status" className={styles.ask}>
          {t('viewer:loading')}
        </p>
      )}
      {step.at === 'reading' && <Page lesson={step.lesson} images={images} painter={painter} />}
      <Suspense>
        {step.at === 'ended' && <LinkFailure isGone={step.isGone} />}
        {step.at === 'asking' && <CodeForm problem={step.problem} onCode={(code) => door.open(code)} />}
      </Suspense>
    </div>
  )
}
