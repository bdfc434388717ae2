import { UnstyledButton } from '@mantine/core'
import { Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from '../session/editor-context.ts'
import type { PageHead } from '../session/lesson-model.ts'
import styles from './PageStrip.module.css'
import { PageThumbnail } from './PageThumbnail.tsx'
import { later, laterCode } from '../../ui/later.ts'

const keys = laterCode(() => import('./page-keys.ts'))
const PageNameInput = later(async () => (await import('./PageNameInput.tsx')).PageNameInput)
const PeersOnPage = later(async () => (await import('./PeersOnPage.tsx')).PeersOnPage)
const PageMenu = later(async () => (await import('./PageMenu.tsx')).PageMenu)

interface PageCardProps {
  page: PageHead
  index: number
  count: number
  isShown: boolean
  /** Where a page that is being dragged would come to lie. */
  drop: 'before' | 'after' | null
  onDragStart: () => void
  onDragOver: () => void
  onDragEnd: () => void
  onDropHere: () => void
}

/** One page in the strip. `page-keys.ts` has its keys: what the hand can do, they can. */
export function PageCard({
  page,
  index,
  count,
  isShown,
  drop,
  onDragStart,
  onDragOver,
  onDragEnd,
  onDropHere,
}: PageCardProps) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const { session } = editor
  const [isRenaming, setIsRenaming] = useState(false)
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isShown) card.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isShown])
  const stopRenaming = (isByKey: boolean) => {
    setIsRenaming(false)
    if (isByKey) card.current?.querySelector<HTMLElement>('[data-page-card]')?.focus()
  }
  const name = page.name || t('editor:pages.number', { number: index + 1 })
  return (
    <li ref={card}>
      <div
        role="presentation"
        className={styles.card}
        data-shown={isShown || undefined}
        data-hidden={page.hidden || undefined}
        data-drop={drop ?? undefined}
        draggable={!isRenaming}
        onDragStart={onDragStart}
        onDragOver={(event) => {
          event.preventDefault()
          onDragOver()
        }}
        onDragEnd={onDragEnd}
        onDrop={(event) => {
          event.preventDefault()
          onDropHere()
        }}
      >
        <UnstyledButton
          className={styles.open}
          data-page-card={page.id}
          aria-current={isShown ? 'page' : undefined}
          aria-label={t('editor:pages.open', { name, number: index + 1, count })}
          onClick={() => session.pageId.set(page.id)}
          onKeyDown={(event) => keys()?.onPageKey(event, page.id, editor, t, () => setIsRenaming(true))}
        >
          <PageThumbnail page={page} />
        </UnstyledButton>
        <div className={styles.caption}>
          <span className={styles.number}>{index + 1}</span>
          {isRenaming ? (
            <Suspense fallback={null}>
              <PageNameInput page={page} onDone={stopRenaming} />
            </Suspense>
          ) : (
            <span className={styles.name} onDoubleClick={() => setIsRenaming(true)}>
              {name}
            </span>
          )}
          <Suspense fallback={null}>
            <PeersOnPage page={page} />
            <PageMenu
              page={page}
              isFirst={index === 0}
              isLast={index === count - 1}
              isOnly={count === 1}
              onRename={() => setIsRenaming(true)}
            />
          </Suspense>
        </div>
      </div>
    </li>
  )
}
