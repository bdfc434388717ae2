import { useTranslation } from 'react-i18next'
import { presentCommand } from '../commands/present-commands.ts'
import { useEditor } from '../session/editor-context.ts'
import { IconAction } from '../ui/IconAction.tsx'

/** In the header: the lesson on the whole screen, from the page that is shown. */
export function PresentButton() {
  const { t } = useTranslation(['editor', 'pages'])
  const editor = useEditor()
  return (
    <IconAction
      icon={presentCommand.icon}
      label={t('pages:present.button')}
      shortcut={presentCommand.shortcuts[0]}
      onClick={() => presentCommand.run(editor, t)}
    />
  )
}
