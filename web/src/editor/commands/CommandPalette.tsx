import { Modal, TextInput, VisuallyHidden } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from '../session/editor-context.ts'
import styles from './CommandDialogs.module.css'
import type { Command } from './command.ts'
import { findCommands, nameable } from './find-commands.ts'
import { shortcutText } from './shortcut.ts'

/** Every command by its name: type a part of it, Enter does it. */
export function CommandPalette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('editor')
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      returnFocus={false}
      withCloseButton={false}
      padding={0}
      size={480}
      yOffset="12dvh"
      centered={false}
      title={<VisuallyHidden>{t('editor:command.palette')}</VisuallyHidden>}
      classNames={{ header: styles.noHeader }}
    >
      {opened && <Finder onClose={onClose} label={t('editor:command.palette')} />}
    </Modal>
  )
}

function Finder({ onClose, label }: { onClose: () => void; label: string }) {
  const { t } = useTranslation(['editor', 'commands', 'pages'])
  const editor = useEditor()
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const [possible] = useState(() => nameable(editor, t))
  const found = findCommands(possible, text, t)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, text])
  const run = (command: Command) => {
    onClose()
    // After the dialog has given the focus back, so that the command finds the editor as it was.
    setTimeout(() => command.run(editor, t))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && found.length > 0) setActive((active + step + found.length) % found.length)
    const chosen = found[active]
    if (event.key === 'Enter' && chosen) run(chosen)
    if (step !== 0 || event.key === 'Enter') event.preventDefault()
  }
  return (
    <>
      <TextInput
        data-autofocus
        variant="unstyled"
        className={styles.search}
        placeholder={t('commands:search')}
        aria-label={label}
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found[active] ? `${listId}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={listId} role="listbox" aria-label={t('commands:results')} className={styles.results}>
        {found.map((command, index) => (
          <div
            key={command.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.result}
            onPointerMove={() => setActive(index)}
            onClick={() => run(command)}
            onKeyDown={onKeyDown}
          >
            <command.icon size={18} stroke={1.7} aria-hidden />
            <span className={styles.label}>{command.label(t)}</span>
            {command.shortcuts[0] && <kbd className={styles.keys}>{shortcutText(command.shortcuts[0])}</kbd>}
          </div>
        ))}
      </div>
      <p className={styles.none} role="status">
        {found.length === 0 ? t('commands:none') : ''}
      </p>
    </>
  )
}
