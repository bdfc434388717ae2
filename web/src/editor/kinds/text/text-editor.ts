import { plainText } from '@anawim/lesson'
import { IconTypography } from '@tabler/icons-react'
import type { KindEditor } from '../kind-editor.ts'
import { InsideText } from './inside-text.ts'
import { textTool } from './text-tool.ts'
import { later } from '../../../ui/later.ts'

const TextPanel = later(async () => (await import('./TextPanel.tsx')).TextPanel)

export const textEditor: KindEditor<'text'> = {
  icon: IconTypography,
  key: 't',
  toolName: (t) => t('editor:tool.text'),
  take: ({ session }) => session.tool.set('text'),
  startTool: () => textTool(),
  ToolOptions: null,
  Inside: InsideText,
  name: (t) => t('editor:kind.text'),
  describe: (element) => plainText(element.text).trim().slice(0, 200),
  Panel: TextPanel,
}
