import type { Lesson, Version } from '@anawim/api/contract'
import { ActionIcon, Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowLeft, IconCopy } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRestore } from './use-restore.ts'
import { useVersions, type VersionActions } from './use-versions.ts'
import { useVersionWords } from './use-version-words.ts'
import { VersionPreview } from './VersionPreview.tsx'
import { VersionSide } from './VersionSide.tsx'
import { VersionsState } from './VersionsState.tsx'
import styles from './versions.module.css'

/** What scrolls and holds nothing to focus must take the focus itself, or the keyboard could not scroll it. */
const scroller = { tabIndex: 0 }

interface VersionsPanelProps {
  lesson: Lesson
  opened: boolean
  /** Something stands above the panel: Escape is meant for that. */
  isAsking: boolean
  actions: VersionActions
  onClose: () => void
  onName: () => void
  onRename: (version: Version) => void
  onRemove: (version: Version) => void
}

/** The versions beside a picture of the one that is selected; on a phone one after the other. */
export function VersionsPanel({ opened, isAsking, onClose, ...rest }: VersionsPanelProps) {
  return (
    <Modal.Root opened={opened} onClose={onClose} fullScreen closeOnEscape={!isAsking} padding={0}>
      <Modal.Content className={styles.content} radius={0}>
        <Opened {...rest} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  )
}

function Opened({ lesson, actions, onClose, ...asks }: Omit<VersionsPanelProps, 'opened' | 'isAsking'>) {
  const { t } = useTranslation('versions')
  const words = useVersionWords()
  const isNarrow = useMediaQuery('(max-width: 700px)', undefined, { getInitialValueInEffect: false })
  const list = useVersions(lesson.id, true)
  const [selectedId, setSelectedId] = useState<number | null>(null)
  const restore = useRestore(lesson, actions)
  const versions = list.data ?? []
  // On a phone the list comes first; elsewhere there is room to begin with a picture beside it.
  const selected = versions.find(({ id }) => id === selectedId) ?? (isNarrow ? undefined : versions[0]) ?? null
  const preview = useRef<HTMLElement>(null)
  const isAlone = isNarrow && selected !== null
  const goBack = isAlone ? () => setSelectedId(null) : onClose
  useEffect(() => {
    // What had the focus has gone with the list.
    if (isAlone) preview.current?.focus()
  }, [isAlone])
  return (
    <>
      <Modal.Header className={styles.header}>
        <ActionIcon
          variant="subtle"
          color="gray.8"
          size={36}
          aria-label={isAlone ? t('versions:backToList') : t('versions:close')}
          onClick={goBack}
        >
          <IconArrowLeft size={20} aria-hidden />
        </ActionIcon>
        <Modal.Title className={styles.title}>{selected ? words.nameOf(selected) : t('versions:title')}</Modal.Title>
        {selected && (
          <Button
            size="sm"
            leftSection={isNarrow ? null : <IconCopy size={18} stroke={1.7} aria-hidden />}
            loading={restore.isBusy}
            onClick={() => void restore.run(selected)}
          >
            {isNarrow ? t('versions:restoreShort') : t('versions:restore')}
          </Button>
        )}
      </Modal.Header>
      <Modal.Body className={styles.body}>
        {(!isNarrow || selected) && (
          <section ref={preview} className={styles.preview} aria-label={t('versions:preview')} {...scroller}>
            {selected ? (
              <VersionPreview key={selected.id} lessonId={lesson.id} version={selected} />
            ) : (
              <VersionsState list={list} />
            )}
          </section>
        )}
        {(!isNarrow || !selected) && (
          <VersionSide
            versions={versions}
            selected={selected}
            onSelect={(version) => setSelectedId(version.id)}
            {...asks}
          >
            {isNarrow && <VersionsState list={list} />}
          </VersionSide>
        )}
      </Modal.Body>
    </>
  )
}
