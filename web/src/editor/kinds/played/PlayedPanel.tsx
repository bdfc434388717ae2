import { Button, Group, Stack, TextInput } from '@mantine/core'
import { limits } from '@anawim/lesson'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { playCommand, replaceMediaCommand } from '../../commands/media-commands.ts'
import { sharedValue } from '../../panel/shared-value.ts'
import { useEditor } from '../../session/editor-context.ts'

interface PlayedPanelProps {
  elements: readonly { title: string }[]
  update: (patch: { title: string }) => void
}

/** What a video or a recording is called: on it, and by who cannot see it. */
export function PlayedPanel({ elements, update }: PlayedPanelProps) {
  const { t } = useTranslation(['editor', 'media'])
  const editor = useEditor()
  const title = sharedValue(elements, (element) => element.title) ?? ''
  // Null: what the document says.
  const [draft, setDraft] = useState<string | null>(null)
  const commit = () => {
    if (draft !== null && draft !== title) update({ title: draft.trim() })
    setDraft(null)
  }
  return (
    <Stack gap="xs">
      {elements.length === 1 && (
        <Group gap="xs" grow>
          {[playCommand, replaceMediaCommand].map((command) => (
            <Button
              key={command.id}
              size="xs"
              variant="default"
              px={6}
              disabled={!command.isEnabled(editor)}
              leftSection={<command.icon size={16} aria-hidden />}
              onClick={() => command.run(editor, t)}
            >
              {command.id === 'play' ? t('media:panel.play') : t('media:panel.replace')}
            </Button>
          ))}
        </Group>
      )}
      <TextInput
        size="xs"
        label={t('media:panel.title')}
        description={t('media:panel.titleHelp')}
        maxLength={limits.name}
        value={draft ?? title}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </Stack>
  )
}
