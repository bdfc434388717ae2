import type { LessonContent } from '@anawim/lesson'
import type { DemoName } from './people.ts'

export interface DemoLesson {
  title: string
  description: string
  level: string
  topic: string
  duration: number
  author: DemoName
  /** Published to everyone, published to the people who were added, or a draft. */
  shared: 'everyone' | 'people' | 'draft'
  content: LessonContent
}
