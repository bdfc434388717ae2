import { Button, CloseButton, Group } from '@mantine/core'
import { LOCAL, type PagePatch, updatePage } from '@anawim/lesson/doc'
import { IconPhoto } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { GradientField } from '../kinds/shape/GradientField.tsx'
import { pickBackground } from '../pages/pick-background.ts'
import { useEditor } from '../session/editor-context.ts'
import type { PageHead } from '../session/lesson-model.ts'
import { asOneStep } from '../session/one-step.ts'
import { ColorField } from '../ui/ColorField.tsx'

/** White becoming white would be nothing to see. */
const firstGradient = { to: '#a5d8ff', angle: 90 }

/** What the page's elements stand on: a colour, what it becomes, a picture over it; and the same for all pages. */
export function PageBackgroundFields({ page, onChange }: { page: PageHead; onChange: (patch: PagePatch) => void }) {
  const { t } = useTranslation(['editor', 'pages'])
  const editor = useEditor()
  const { session } = editor
  const { background, backgroundGradient = null, backgroundImage = null } = page
  const spread = () => {
    asOneStep(session, () =>
      session.doc.transact(() => {
        for (const { id } of session.model.pages())
          updatePage(session.doc, id, { background, backgroundGradient, backgroundImage })
      }, LOCAL),
    )
    editor.tell({
      tone: 'good',
      text: t('pages:background.allDone'),
      action: { label: t('editor:command.undo'), run: session.history.undo },
    })
  }
  return (
    <>
      <ColorField
        label={t('editor:panel.background')}
        value={background}
        onCommit={(color) => onChange({ background: color })}
      />
      <GradientField
        value={backgroundGradient}
        first={firstGradient}
        onCommit={(gradient) => onChange({ backgroundGradient: gradient })}
      />
      <Group gap={4} wrap="nowrap">
        <Button
          flex={1}
          size="xs"
          variant="default"
          leftSection={<IconPhoto size={16} aria-hidden />}
          onClick={() => pickBackground(editor, page.id)}
        >
          {backgroundImage ? t('pages:background.replace') : t('pages:background.choose')}
        </Button>
        {backgroundImage && (
          <CloseButton
            aria-label={t('pages:background.remove')}
            title={t('pages:background.remove')}
            onClick={() => onChange({ backgroundImage: null })}
          />
        )}
      </Group>
      {session.model.pages().length > 1 && (
        <Button size="compact-xs" variant="subtle" onClick={spread}>
          {t('pages:background.all')}
        </Button>
      )}
    </>
  )
}
