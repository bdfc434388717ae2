import type { Lesson, Version } from '@anawim/api/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useErrorText } from '../../session/use-error-text.ts'
import { untilSaved } from '../commands/save-now.ts'
import { useEditor } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import type { VersionActions } from './use-versions.ts'
import { useVersionWords } from './use-version-words.ts'

/** Makes a lesson of a version and opens it. The lesson that it was kept of stays as it is, one press away. */
export function useRestore(lesson: Lesson, actions: VersionActions) {
  const { t } = useTranslation('versions')
  const editor = useEditor()
  const title = useValue(editor.lesson.title)
  const words = useVersionWords()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const [isBusy, setIsBusy] = useState(false)

  const run = async (version: Version) => {
    setIsBusy(true)
    try {
      // Leaving this lesson must lose nothing of it.
      if (!(await untilSaved(editor))) return editor.tell({ tone: 'bad', text: t('versions:notSaved') })
      const copy = await actions.restore(version, words.copyTitle(title, version))
      await navigate(`/lessons/${copy.id}`)
      editor.tell({
        tone: 'good',
        text: t('versions:restored', { title, version: words.nameOf(version) }),
        action: { label: t('versions:goBack'), run: () => void navigate(`/lessons/${lesson.id}`) },
      })
    } catch (error) {
      editor.tell({ tone: 'bad', text: errorText(error) })
    } finally {
      setIsBusy(false)
    }
  }
  return { isBusy, run }
}
