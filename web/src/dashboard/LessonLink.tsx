import type { Lesson } from '@anawim/api/contract'
import type { DragEvent, KeyboardEvent } from 'react'
import { Link } from 'react-router'

/** Where a lesson opens for this person: the editor for who may edit it, else the page that shows it. */
export function lessonPath(lesson: Lesson): string {
  return lesson.allowed.includes('edit') ? `/lessons/${lesson.id}` : `/lessons/${lesson.id}/view`
}

interface LessonLinkProps {
  lesson: Lesson
  className?: string
  onOpened?: () => void
  onDragStart?: (event: DragEvent) => void
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
}

/** The lesson's title as the way into it. The viewer's page is loaded, since it is another page. */
export function LessonLink({ lesson, onOpened, ...rest }: LessonLinkProps) {
  const props = { ...rest, onClick: onOpened, 'data-lesson': lesson.id, draggable: rest.onDragStart !== undefined }
  if (lesson.allowed.includes('edit')) {
    return (
      <Link to={lessonPath(lesson)} {...props}>
        {lesson.title}
      </Link>
    )
  }
  return (
    <a href={lessonPath(lesson)} {...props}>
      {lesson.title}
    </a>
  )
}
