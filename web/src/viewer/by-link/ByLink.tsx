import { Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImageCache } from '../../page-resources/image-cache.ts'
import type { LiveLesson } from '../live-lesson.ts'
import type { ViewerPage } from '../ViewerPage.tsx'
import styles from './ByLink.module.css'
import { CodeForm } from './CodeForm.tsx'
import { LinkDoor } from './link-door.ts'
import { LinkFailure } from './LinkFailure.tsx'

interface ByLinkProps {
  images: ImageCache
  /** The page's own code, of which this knows the types only. */
  Page: typeof ViewerPage
  Lesson: typeof LiveLesson
}

/** `/l/#SECRET`: one published lesson, for who was sent the link. Asks for its code when it has one. */
export function ByLink({ images, Page, Lesson }: ByLinkProps) {
  const { t } = useTranslation('viewer')
  const [door] = useState(() => new LinkDoor(window.location.hash.slice(1), Lesson))
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
      {step.at === 'reading' && <Page lesson={step.lesson} images={images} />}
      <Suspense>
        {step.at === 'ended' && <LinkFailure isGone={step.isGone} />}
        {step.at === 'asking' && <CodeForm problem={step.problem} onCode={(code) => door.open(code)} />}
      </Suspense>
    </div>
  )
}
