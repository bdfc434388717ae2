import { Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImageCache } from '../../page-resources/image-cache.ts'
import { asApiError } from '../../session/api-error.ts'
import type { LiveLesson } from '../live-lesson.ts'
import type { ViewerPage } from '../ViewerPage.tsx'
import styles from './ByLink.module.css'
import { CodeForm } from './CodeForm.tsx'
import { LinkFailure } from './LinkFailure.tsx'
import { liveByLink, openLink } from './link-session.ts'

type Step =
  | { at: 'opening' }
  | { at: 'asking'; problem: 'wrong' | 'often' | 'away' | null }
  | { at: 'reading'; lesson: LiveLesson }
  | { at: 'ended'; isGone: boolean }

interface ByLinkProps {
  images: ImageCache
  /** The page's own code, of which this knows the types only. */
  Page: typeof ViewerPage
  Lesson: typeof LiveLesson
}

/** `/l/#SECRET`: one published lesson, for who was sent the link. Asks for its code when it has one. */
export function ByLink({ images, Page, Lesson }: ByLinkProps) {
  const { t } = useTranslation('viewer')
  const [secret] = useState(() => window.location.hash.slice(1))
  const [step, setStep] = useState<Step>({ at: 'opening' })

  const open = async (code: string | null) => {
    try {
      const opened = await openLink(secret, code)
      setStep({ at: 'reading', lesson: liveByLink(Lesson, secret, code, opened) })
    } catch (error) {
      setStep(stepAfter(asApiError(error).code, code))
    }
  }
  useEffect(() => {
    void open(null)
    // Another link in the same window changes nothing but the fragment.
    const reload = () => window.location.reload()
    window.addEventListener('hashchange', reload)
    return () => window.removeEventListener('hashchange', reload)
  }, [])

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
        {step.at === 'asking' && <CodeForm problem={step.problem} onCode={open} />}
      </Suspense>
    </div>
  )
}

function stepAfter(code: string, typed: string | null): Step {
  if (code === 'code_needed') return { at: 'asking', problem: null }
  if (code === 'wrong_code') return { at: 'asking', problem: 'wrong' }
  if (code === 'too_many_requests') return { at: 'asking', problem: 'often' }
  if (code === 'unreachable' && typed !== null) return { at: 'asking', problem: 'away' }
  // What is no secret at all leads as little anywhere as one that was taken back.
  return { at: 'ended', isGone: code === 'not_found' || code === 'invalid' }
}
