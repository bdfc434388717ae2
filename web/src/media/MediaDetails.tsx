import { clockTime } from '@anawim/drawing'
import type { Media } from '@anawim/api/contract'
import { limits } from '@anawim/lesson'
import { Button, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconRestore, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogActions } from '../ui/DialogActions.tsx'
import { formatBytes } from './format-bytes.ts'
import styles from './MediaPage.module.css'
import { MediaStage } from './MediaStage.tsx'
import { MediaUses } from './MediaUses.tsx'
import { useMediaError } from './use-media-error.ts'
import type { MediaActions } from './use-media.tsx'

/** The file itself, its name and description, its facts, and the lessons that show it. */
export function MediaDetails(props: { media: Media; actions: MediaActions; onClose: () => void }) {
  const { media, actions, onClose } = props
  const { t, i18n } = useTranslation(['media', 'common'])
  const told = useMediaError()
  const [name, setName] = useState(media.original_filename)
  const [alt, setAlt] = useState(media.alt)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSure, setSure] = useState(false)
  const isTrashed = media.deleted_at !== null
  const isChanged = name !== media.original_filename || alt !== media.alt
  const save = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await actions.describe(media.id, { original_filename: name.trim(), alt: alt.trim() })
      onClose()
    } catch (error) {
      setProblem(told(error))
    }
  }
  const purge = async () => {
    try {
      await actions.purge(media)
      onClose()
    } catch (error) {
      setSure(false)
      setProblem(told(error))
    }
  }
  const facts = [
    media.width && media.height ? `${media.width} × ${media.height}` : null,
    media.duration ? clockTime(media.duration) : null,
    formatBytes(media.file_size, i18n.language),
    new Date(media.created_at).toLocaleDateString(i18n.language),
  ]
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="md">
        <MediaStage media={media} />
        <p className={styles.facts}>{facts.filter(Boolean).join(' · ')}</p>
        {!isTrashed && (
          <>
            <TextInput
              label={t('media:details.name')}
              required
              maxLength={limits.name}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            {media.file_type === 'image' && (
              <Textarea
                label={t('media:details.alt')}
                description={t('media:details.altHelp')}
                autosize
                minRows={2}
                maxLength={limits.alt}
                value={alt}
                onChange={(event) => setAlt(event.currentTarget.value)}
              />
            )}
          </>
        )}
        <MediaUses id={media.id} />
        {problem && (
          <Text role="alert" c="red.8" size="sm">
            {problem}
          </Text>
        )}
        <DialogActions>
          {isTrashed ? (
            <>
              <Button
                variant={isSure ? 'filled' : 'default'}
                color="red.8"
                onClick={() => (isSure ? void purge() : setSure(true))}
              >
                {isSure ? t('media:details.purgeSure') : t('media:details.purge')}
              </Button>
              <Button
                leftSection={<IconRestore size={18} aria-hidden />}
                onClick={() => {
                  onClose()
                  void actions.restore(media)
                }}
              >
                {t('media:details.restore')}
              </Button>
            </>
          ) : (
            <>
              <Button
                variant="default"
                leftSection={<IconTrash size={18} aria-hidden />}
                onClick={() => {
                  onClose()
                  void actions.trash(media)
                }}
              >
                {t('media:details.trash')}
              </Button>
              <Button type="submit" disabled={!isChanged || name.trim() === ''}>
                {t('common:save')}
              </Button>
            </>
          )}
        </DialogActions>
      </Stack>
    </form>
  )
}
