import { IconPhoto } from '@tabler/icons-react'
import { pickLater } from '../../images/insert-later.ts'
import type { KindEditor } from '../kind-editor.ts'
import { later } from '../../../ui/later.ts'

const Cropping = later(async () => (await import('./Cropping.tsx')).Cropping)
const MediaOptions = later(async () => (await import('../played/MediaOptions.tsx')).MediaOptions)
const ImagePanel = later(async () => (await import('./ImagePanel.tsx')).ImagePanel)

export const imageEditor: KindEditor<'image'> = {
  icon: IconPhoto,
  key: 'i',
  toolName: (t) => t('editor:tool.image'),
  take: (editor) => void pickLater(editor, 'image'),
  startTool: null,
  ToolOptions: MediaOptions,
  Inside: Cropping,
  name: (t) => t('editor:kind.image'),
  describe: (element) => element.alt,
  Panel: ImagePanel,
}
