import { UnstyledButton } from '@mantine/core'
import { movePage } from '@anawim/lesson/doc'
import type { KeyboardEvent } from 'react'
import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, usePages } from '../session/editor-context.ts'
import type { PageHead } from '../session/lesson-model.ts'
import styles from './PageStrip.module.css'
import { PageThumbnail } from './PageThumbnail.tsx'
import { PeersOnPage } from './PeersOnPage.tsx'
import { later } from '../../ui/later.ts'

const PageMenu = later(async () => (await import('./PageMenu.tsx')).PageMenu)

interface PageCardProps {
  page: PageHead
  index: number
  count: number
  isShown: boolean
  onDragStart: () => void
  onDropHere: () => void
}

/** One page in the strip. Alt and an arrow move it, as dragging does. */
export function PageCard({ page, index, count, isShown, onDragStart, onDropHere }: PageCardProps) {
  const { t } = useTranslation('editor')
  const { session } = useEditor()
  const pages = usePages()
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isShown) card.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isShown])
  const move = (by: -1 | 1) => {
    if (!pages[index + by]) return
    session.history.beginStep()
    movePage(session.doc, page.id, (by === 1 ? pages[index + 1] : pages[index - 2])?.id ?? null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey) return
    const isBack = event.key === 'ArrowUp' || event.key === 'ArrowLeft'
    if (!isBack && event.key !== 'ArrowDown' && event.key !== 'ArrowRight') return
    event.preventDefault()
    move(isBack ? -1 : 1)
  }
  const name = page.name || t('editor:pages.number', { number: index + 1 })
  return (
    <li ref={card}>
      <div
        role="presentation"
        className={styles.card}
        data-shown={isShown || undefined}
        data-hidden={page.hidden || undefined}
        draggable
        onDragStart={onDragStart}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          onDropHere()
        }}
      >
        <UnstyledButton
          className={styles.open}
          aria-current={isShown ? 'page' : undefined}
          aria-label={t('editor:pages.open', { name, number: index + 1, count })}
          onClick={() => session.pageId.set(page.id)}
          onKeyDown={onKeyDown}
        >
          <PageThumbnail page={page} />
        </UnstyledButton>
        <div className={styles.caption}>
          <span className={styles.number}>{index + 1}</span>
          <span className={styles.name}>{name}</span>
          <PeersOnPage pageId={page.id} />
          <Suspense fallback={null}>
            <PageMenu
              page={page}
              isFirst={index === 0}
              isLast={index === count - 1}
              isOnly={count === 1}
              onMove={move}
            />
          </Suspense>
        </div>
      </div>
    </li>
  )
}
