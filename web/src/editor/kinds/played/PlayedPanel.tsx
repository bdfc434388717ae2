import { Stack, TextInput } from '@mantine/core'
import { limits } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'
import { playCommand, replaceMediaCommand } from '../../commands/media-commands.ts'
import { PanelCommands } from '../../panel/PanelCommands.tsx'
import { sharedValue } from '../../panel/shared-value.ts'
import { useDraft } from '../../ui/use-draft.ts'

interface PlayedPanelProps {
  elements: readonly { title: string }[]
  update: (patch: { title: string }) => void
}

/** What a video or a recording is called: on it, and by who cannot see it. */
export function PlayedPanel({ elements, update }: PlayedPanelProps) {
  const { t } = useTranslation('media')
  const title = useDraft(sharedValue(elements, (element) => element.title) ?? '', (text) =>
    update({ title: text.trim() }),
  )
  return (
    <Stack gap="xs">
      {elements.length === 1 && (
        <PanelCommands
          commands={[
            { command: playCommand, label: t('media:panel.play') },
            { command: replaceMediaCommand, label: t('media:panel.replace') },
          ]}
        />
      )}
      <TextInput
        size="xs"
        label={t('media:panel.title')}
        description={t('media:panel.titleHelp')}
        maxLength={limits.name}
        {...title.field}
        onKeyDown={(event) => event.key === 'Enter' && title.commit()}
      />
    </Stack>
  )
}
