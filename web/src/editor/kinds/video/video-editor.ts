import { IconVideo } from '@tabler/icons-react'
import { later } from '../../../ui/later.ts'
import { pickLater } from '../../images/insert-later.ts'
import type { KindEditor } from '../kind-editor.ts'
import { InsidePlayer } from '../played/inside-player.ts'

const VideoPanel = later(async () => (await import('./VideoPanel.tsx')).VideoPanel)

export const videoEditor: KindEditor<'video'> = {
  icon: IconVideo,
  key: 'm',
  isBesideOthers: false,
  toolName: (t) => t('editor:tool.video'),
  take: (editor) => void pickLater(editor, 'video'),
  startTool: null,
  ToolOptions: null,
  Inside: InsidePlayer,
  name: (t) => t('editor:kind.video'),
  describe: (element) => element.title,
  Panel: VideoPanel,
}
