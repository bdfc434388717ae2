import { type ReactNode, useEffect, useState } from 'react'
import { loginPath } from '../session/next-path.ts'
import { useSession } from '../session/use-session.ts'
import type { LiveLesson } from './live-lesson.ts'

interface Props {
  open: () => LiveLesson
  children: (lesson: LiveLesson) => ReactNode
}

/** Opens the lesson for who is logged in; leads everybody else to the login, and back here afterwards. */
export function SignedIn({ open, children }: Props) {
  const session = useSession()
  const isOut = session.status === 'out'

  useEffect(() => {
    if (isOut) window.location.replace(loginPath(window.location.pathname))
  }, [isOut])

  return isOut ? null : <Opened open={open}>{children}</Opened>
}

function Opened({ open, children }: Props) {
  const [lesson] = useState(open)
  return children(lesson)
}
