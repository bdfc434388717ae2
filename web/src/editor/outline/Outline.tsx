/**
 * The elements of the page that is shown, the top one first: to find, order, name, lock and hide them, and to hear what there is.
 * Only the rows in sight are made, however many elements there are.
 */
import { Title } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditorSession } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import styles from './Outline.module.css'
import { moveToRow, selectRow } from './outline-row.ts'
import { OutlineRow } from './OutlineRow.tsx'
import { useRowDrag } from './use-row-drag.ts'
import { usePageElementIds } from './use-page-element-ids.ts'

/** CSS pixels: a finger needs more of them. */
const ROW = matchMedia('(pointer: coarse)').matches ? 44 : 32
const MOST_HEIGHT = 320
/** Rows made above and below those in sight. */
const SPARE = 6

export function Outline() {
  const { t } = useTranslation(['editor', 'commands'])
  const session = useEditorSession()
  const ids = usePageElementIds()
  const selection = useValue(session.selection)
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  const { drag, grab } = useRowDrag(list, ROW, ids.length)
  const reached = Math.max(
    0,
    ids.findIndex((id) => id === selection.at(-1)),
  )
  const first = Math.max(0, Math.floor(top / ROW) - SPARE)
  const last = Math.min(ids.length, Math.ceil((top + MOST_HEIGHT) / ROW) + SPARE)

  const focusRow = (row: number, id: string) => {
    const box = list.current?.parentElement
    if (box && (row * ROW < box.scrollTop || (row + 1) * ROW > box.scrollTop + box.clientHeight)) {
      box.scrollTo({ top: Math.max(0, row * ROW - box.clientHeight / 2) })
    }
    // It may have been made only by that scrolling.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus()),
    )
  }
  const onKey = (row: number, id: string) => (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    event.stopPropagation()
    const next = ids[row + step]
    if (next === undefined) return
    if (event.altKey) {
      moveToRow(session, id, row + step)
      return focusRow(row + step, id)
    }
    const element = session.model.element(next)
    if (element) selectRow(session, element, event.shiftKey)
    focusRow(row + step, next)
  }

  return (
    <section aria-labelledby="outline-title">
      <Title order={2} size="sm" id="outline-title" mb={6}>
        {t('commands:outline.title')}
      </Title>
      {ids.length === 0 && <p className={styles.empty}>{t('commands:outline.empty')}</p>}
      <p id="outline-help" className={styles.help}>
        {t('commands:outline.help')}
      </p>
      <div
        className={styles.scroll}
        style={{ maxHeight: MOST_HEIGHT }}
        onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      >
        <ul
          ref={list}
          className={styles.list}
          style={{ height: ids.length * ROW }}
          aria-labelledby="outline-title"
          aria-describedby="outline-help"
        >
          {ids.slice(first, last).map((id, index) => (
            <li key={id} className={styles.item} style={{ top: (first + index) * ROW, height: ROW }}>
              <OutlineRow
                id={id}
                isSelected={selection.includes(id)}
                isReached={first + index === reached || (index === 0 && (reached < first || reached >= last))}
                onKey={onKey(first + index, id)}
                onGrab={grab(id, first + index)}
              />
            </li>
          ))}
        </ul>
        {drag && <div className={styles.line} style={{ top: drag.gap * ROW }} aria-hidden />}
      </div>
    </section>
  )
}
