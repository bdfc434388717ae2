import { addElements, readContent } from '@anawim/lesson/doc'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../i18n/index.ts'
import { dropEdits } from '../../journal/edit-store.ts'
import { downloadJson } from '../commands/download.ts'
import type { Arrivals } from '../session/open-lesson.ts'
import { useEditor } from '../session/editor-context.ts'
import { looseContent } from './loose-content.ts'
import { LostWorkDialog } from './LostWorkDialog.tsx'
import { putBack, type RefusedWork } from './refused-work.ts'

interface ArrivalNoticesProps {
  arrivals: Arrivals
  refused: RefusedWork | null
}

/** What is told when a lesson opens: which unsaved changes came back, and which did not. */
export function ArrivalNotices({ arrivals, refused }: ArrivalNoticesProps) {
  const { t } = useTranslation('editor')
  const { tell } = useEditor()
  const { broughtBack, stranded } = arrivals
  useEffect(() => {
    if (!broughtBack) return
    const { count, at } = broughtBack
    tell({ tone: 'good', stays: true, text: t('editor:unsaved.broughtBack', { count, time: timeInWords(at) }) })
  }, [broughtBack, tell, t])
  // One after the other: the newest loss first.
  if (refused) return <RefusedNotice refused={refused} />
  return stranded.length > 0 ? <StrandedNotice stranded={stranded} /> : null
}

function RefusedNotice({ refused }: { refused: RefusedWork }) {
  const { t } = useTranslation('editor')
  const { session, tell } = useEditor()
  return (
    <LostWorkDialog
      title={refused.isFull ? t('editor:closed.full.title') : t('editor:unsaved.refusedTitle')}
      text={refused.isFull ? t('editor:closed.full.text') : t('editor:unsaved.refusedText')}
      onDownload={() => downloadJson(readContent(refused.doc), refused.title)}
      onPutBack={() => {
        putBack(refused, session)
        tell({ tone: 'good', text: t('editor:unsaved.putBackDone') })
      }}
      onDone={() => void forget(refused.keys)}
    />
  )
}

function StrandedNotice({ stranded }: { stranded: Arrivals['stranded'] }) {
  const { t } = useTranslation('editor')
  const { session, lesson, tell } = useEditor()
  const content = useMemo(() => looseContent(stranded.flatMap(({ updates }) => updates)), [stranded])
  const elements = content.pages.flatMap((page) => page.elements)
  const putBackHere = () => {
    session.history.beginStep()
    session.selection.set(addElements(session.doc, session.pageId.get(), elements))
    session.history.beginStep()
    tell({ tone: 'good', text: t('editor:unsaved.putBackDone') })
  }
  return (
    <LostWorkDialog
      title={t('editor:unsaved.strandedTitle')}
      text={t('editor:unsaved.strandedText', { time: timeInWords(Math.min(...stranded.map(({ at }) => at))) })}
      onDownload={() => downloadJson(content, lesson.title.get())}
      onPutBack={elements.length > 0 ? putBackHere : null}
      onDone={() => void forget(stranded.map(({ key }) => key))}
    />
  )
}

/** What cannot be removed now is offered once more another time. */
function forget(keys: readonly number[]): Promise<void> {
  return dropEdits(keys).catch(() => undefined)
}

function timeInWords(time: number): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'short', timeStyle: 'short' }).format(time)
}
