import type { Lesson } from '@anawim/api/contract'
import { useState } from 'react'
import { LeaveDialog } from '../sharing/LeaveDialog.tsx'
import { PublishDialog } from '../sharing/PublishDialog.tsx'
import { ShareDialog } from '../sharing/ShareDialog.tsx'
import { ProposeDialog } from '../templates/ProposeDialog.tsx'
import { CreateLessonDialog } from './CreateLessonDialog.tsx'
import { RenameLessonDialog } from './RenameLessonDialog.tsx'

export type OpenDialog =
  | { kind: 'create' }
  | { kind: 'rename' | 'share' | 'publish' | 'propose' | 'leave'; lesson: Lesson }

/** The dialog that is open. One that closes keeps what it showed until it is gone. */
export function LessonDialogs({ open, onClose }: { open: OpenDialog | null; onClose: () => void }) {
  const [last, setLast] = useState<OpenDialog | null>(open)
  if (open !== null && open !== last) setLast(open)
  const shown = open ?? last
  const lesson = shown !== null && shown.kind !== 'create' ? shown.lesson : null
  const is = (kind: OpenDialog['kind']) => open?.kind === kind
  return (
    <>
      <CreateLessonDialog opened={is('create')} onClose={onClose} />
      {lesson && (
        <>
          <RenameLessonDialog lesson={lesson} opened={is('rename')} onClose={onClose} />
          <ShareDialog lesson={lesson} opened={is('share')} onClose={onClose} />
          <ProposeDialog lesson={lesson} opened={is('propose')} onClose={onClose} />
          <LeaveDialog lesson={lesson} opened={is('leave')} onClose={onClose} />
          <PublishDialog lesson={lesson} opened={is('publish')} onClose={onClose} />
        </>
      )}
    </>
  )
}
