import { type ReactNode, useEffect, useRef } from 'react'
import { loginPath } from '../session/next-path.ts'
import { useSession } from '../session/use-session.ts'
import type { LiveLesson } from './live-lesson.ts'

/** Opens the lesson for who is logged in; leads everybody else to the login, and back here afterwards. */
export function SignedIn(props: { open: () => LiveLesson; children: (lesson: LiveLesson) => ReactNode }) {
  const session = useSession()
  const lesson = useRef<LiveLesson | null>(null)
  const isOut = session.status === 'out'

  useEffect(() => {
    if (isOut) window.location.replace(loginPath(window.location.pathname))
  }, [isOut])

  if (isOut) return null
  lesson.current ??= props.open()
  return props.children(lesson.current)
}
