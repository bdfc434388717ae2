import { ActionIcon, Button } from '@mantine/core'
import { movePage } from '@anawim/lesson/doc'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, usePages } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import { asOneStep } from '../session/one-step.ts'
import { insertPage } from './page-actions.ts'
import { PageCard } from './PageCard.tsx'
import styles from './PageStrip.module.css'

/** The lesson's pages in order, drawn small: turn to one, add, move, copy, delete. */
export function PageStrip() {
  const { t } = useTranslation('editor')
  const { session } = useEditor()
  const pages = usePages()
  const shown = useValue(session.pageId)
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const add = () => insertPage(session)
  const from = pages.findIndex(({ id }) => id === dragged)
  const stop = () => {
    setDragged(null)
    setOver(null)
  }
  const drop = (target: number) => {
    stop()
    if (dragged === null || from === -1 || from === target) return
    const others = pages.filter(({ id }) => id !== dragged)
    asOneStep(session, () => movePage(session.doc, dragged, others[target - 1]?.id ?? null))
  }
  const dropAt = (index: number) =>
    from === -1 || index !== over || index === from ? null : index < from ? 'before' : 'after'
  return (
    <nav className={styles.strip} aria-label={t('editor:pages.label')}>
      <div className={styles.scroll}>
        <ol className={styles.list}>
          {pages.map((page, index) => (
            <PageCard
              key={page.id}
              page={page}
              index={index}
              count={pages.length}
              isShown={page.id === shown}
              drop={dropAt(index)}
              onDragStart={() => setDragged(page.id)}
              onDragOver={() => setOver(index)}
              onDragEnd={stop}
              onDropHere={() => drop(index)}
            />
          ))}
        </ol>
      </div>
      <Button
        className={styles.add}
        variant="light"
        size="xs"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={add}
      >
        {t('editor:pages.add')}
      </Button>
      <ActionIcon
        className={styles.addSmall}
        variant="light"
        size={44}
        aria-label={t('editor:pages.add')}
        onClick={add}
      >
        <IconPlus size={20} aria-hidden />
      </ActionIcon>
    </nav>
  )
}
