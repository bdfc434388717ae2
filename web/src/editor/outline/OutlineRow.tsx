import { ActionIcon, TextInput, UnstyledButton } from '@mantine/core'
import { limits } from '@anawim/lesson'
import { IconEye, IconEyeOff, IconGripVertical, IconLock, IconLockOpen } from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { editorOf } from '../kinds/index.ts'
import { useEditorSession } from '../session/editor-context.ts'
import styles from './Outline.module.css'
import { renameRow, rowLabel, selectRow, toggleRow } from './outline-row.ts'
import { useCalmElement } from './use-calm-element.ts'

interface OutlineRowProps {
  id: string
  isSelected: boolean
  /** Tab comes to one row of the list, arrow keys go on from there. */
  isReached: boolean
  /** Another place in the list: by the arrow keys, or with alt the element's own. */
  onKey: (event: KeyboardEvent) => void
  onGrab: (event: PointerEvent<HTMLElement>) => void
}

/** One element in the list: what it is called, and whether it is locked or hidden. */
export function OutlineRow({ id, isSelected, isReached, onKey, onGrab }: OutlineRowProps) {
  const { t } = useTranslation(['editor', 'commands'])
  const session = useEditorSession()
  const element = useCalmElement(id)
  const [name, setName] = useState<string | null>(null)
  if (!element) return null
  const label = rowLabel(element, t)
  const KindIcon = editorOf(element)?.icon
  const states = [
    element.hidden && t('commands:outline.isHidden'),
    element.locked && t('commands:outline.isLocked'),
    element.groupId && t('commands:outline.inGroup'),
  ].filter(Boolean)
  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.key.toLowerCase()
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (key === 'f2') setName(element.name ?? '')
    else if (key === 'l' && isPlain) toggleRow(session, element, 'locked')
    else if (key === 'h' && isPlain) toggleRow(session, element, 'hidden')
    else return onKey(event)
    event.preventDefault()
  }
  const rename = (next: string | null) => {
    if (next !== null && next !== (element.name ?? '')) renameRow(session, id, next)
    setName(null)
  }
  if (name !== null) {
    return (
      <TextInput
        size="xs"
        className={styles.naming}
        aria-label={t('commands:outline.name')}
        placeholder={label}
        maxLength={limits.name}
        ref={focusAll}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={() => rename(name)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') rename(name)
          if (event.key === 'Escape') setName(null)
          if (event.key === 'Enter' || event.key === 'Escape') focusLater(id)
          event.stopPropagation()
        }}
      />
    )
  }
  return (
    <div className={styles.row} data-selected={isSelected || undefined} data-hidden={element.hidden || undefined}>
      <span className={styles.grip} aria-hidden onPointerDown={onGrab}>
        <IconGripVertical size={14} />
      </span>
      <UnstyledButton
        className={styles.open}
        data-grouped={element.groupId ? true : undefined}
        data-row={id}
        tabIndex={isReached ? 0 : -1}
        aria-pressed={isSelected}
        aria-label={[label, ...states].join(', ')}
        onClick={(event) => selectRow(session, element, event.shiftKey || event.ctrlKey || event.metaKey)}
        onDoubleClick={() => setName(element.name ?? '')}
        onKeyDown={onKeyDown}
      >
        {KindIcon && <KindIcon size={15} stroke={1.7} aria-hidden />}
        <span className={styles.label}>{label}</span>
      </UnstyledButton>
      <RowToggle
        isOn={element.locked === true}
        label={element.locked ? t('editor:panel.unlock') : t('editor:panel.lock')}
        icons={[IconLock, IconLockOpen]}
        onClick={() => toggleRow(session, element, 'locked')}
      />
      <RowToggle
        isOn={element.hidden === true}
        label={element.hidden ? t('commands:outline.show') : t('commands:outline.hide')}
        icons={[IconEyeOff, IconEye]}
        onClick={() => toggleRow(session, element, 'hidden')}
      />
    </div>
  )
}

/** Back to the row, which is made again in place of the field. */
function focusLater(id: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus())
}

/** Who asked to name it types the name at once. */
function focusAll(input: HTMLInputElement | null): void {
  input?.focus()
  input?.select()
}

interface RowToggleProps {
  isOn: boolean
  label: string
  icons: readonly [typeof IconLock, typeof IconLock]
  onClick: () => void
}

function RowToggle({ isOn, label, icons: [On, Off], onClick }: RowToggleProps) {
  const Shown = isOn ? On : Off
  return (
    <ActionIcon
      className={styles.toggle}
      variant="subtle"
      color="gray.7"
      size={26}
      // The row's own keys do the same.
      tabIndex={-1}
      aria-label={label}
      data-on={isOn || undefined}
      onClick={onClick}
    >
      <Shown size={15} stroke={1.7} aria-hidden />
    </ActionIcon>
  )
}
