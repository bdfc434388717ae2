import { newContent, newId, type LessonContent } from '@anawim/lesson'

const firstPageName = { vi: 'Trang 1', en: 'Page 1' }

/** What a lesson begins with when nothing was given: one empty page. */
export function firstContent(language: 'vi' | 'en'): LessonContent {
  return newContent(newId(), firstPageName[language])
}
