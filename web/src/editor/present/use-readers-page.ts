import { type LessonPage, readersPage } from '@anawim/lesson'
import { useEffect, useState } from 'react'
import type { PageHead } from '../session/lesson-model.ts'
import type { EditorSession } from '../session/session.ts'

/** The page as readers get it, kept up with what anybody writes meanwhile. */
export function useReadersPage({ model }: EditorSession, page: PageHead | undefined): LessonPage | null {
  const [content, setContent] = useState<LessonPage | null>(null)
  useEffect(() => {
    if (!page) return
    const read = () => setContent(readersPage(model.wholePage(page)))
    read()
    return model.subscribePage(page.id, read)
  }, [model, page])
  return content?.id === page?.id ? content : null
}
