import { IconPhoto } from '@tabler/icons-react'
import { pickImages } from '../../images/pick-images.ts'
import type { KindEditor } from '../kind-editor.ts'
import { later } from '../../../ui/later.ts'

const ImagePanel = later(async () => (await import('./ImagePanel.tsx')).ImagePanel)

export const imageEditor: KindEditor<'image'> = {
  icon: IconPhoto,
  key: 'i',
  toolName: (t) => t('editor:tool.image'),
  take: (editor) => pickImages(editor),
  startTool: null,
  ToolOptions: null,
  name: (t) => t('editor:kind.image'),
  describe: (element) => element.alt,
  Panel: ImagePanel,
}
