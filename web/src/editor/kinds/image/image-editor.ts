import { IconPhoto } from '@tabler/icons-react'
import type { KindEditor } from '../kind-editor.ts'
import { later } from '../../../ui/later.ts'

const Cropping = later(async () => (await import('./Cropping.tsx')).Cropping)
const ImagePanel = later(async () => (await import('./ImagePanel.tsx')).ImagePanel)

export const imageEditor: KindEditor<'image'> = {
  icon: IconPhoto,
  key: 'i',
  toolName: (t) => t('editor:tool.image'),
  take: (editor) => void import('../../images/pick-images.ts').then(({ pickImages }) => pickImages(editor)),
  startTool: null,
  ToolOptions: null,
  Inside: Cropping,
  name: (t) => t('editor:kind.image'),
  describe: (element) => element.alt,
  Panel: ImagePanel,
}
