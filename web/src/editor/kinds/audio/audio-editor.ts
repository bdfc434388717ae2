import { IconVolume } from '@tabler/icons-react'
import { later } from '../../../ui/later.ts'
import { pickLater } from '../../images/insert-later.ts'
import type { KindEditor } from '../kind-editor.ts'
import { InsidePlayer } from '../played/inside-player.ts'

const AudioPanel = later(async () => (await import('./AudioPanel.tsx')).AudioPanel)

export const audioEditor: KindEditor<'audio'> = {
  icon: IconVolume,
  key: 'u',
  isBesideOthers: false,
  toolName: (t) => t('editor:tool.audio'),
  take: (editor) => void pickLater(editor, 'audio'),
  startTool: null,
  ToolOptions: null,
  Inside: InsidePlayer,
  name: (t) => t('editor:kind.audio'),
  describe: (element) => element.title,
  Panel: AudioPanel,
}
