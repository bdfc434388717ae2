import { IconArrowUpRight } from '@tabler/icons-react'
import { attachCode } from '../../session/attach-code.ts'
import type { Editor } from '../../session/editor.ts'
import { fetchedTool } from '../../tools/fetched-tool.ts'
import { later, laterCode } from '../../../ui/later.ts'
import type { KindEditor } from '../kind-editor.ts'

/** With what they hang on: one that is drawn before that is here would hang on nothing. */
const lineCode = laterCode(async () => {
  const [code] = await Promise.all([import('./line-code.ts'), attachCode.whenHere()])
  return code
})
const LineFlyout = later(async () => (await import('./LineFlyout.tsx')).LineFlyout)
const LinePanel = later(async () => (await import('./LinePanel.tsx')).LinePanel)

const taking =
  (hasArrow: boolean | null) =>
  ({ session }: Editor) => {
    if (hasArrow !== null) {
      session.line.set({ ...session.line.get(), startHead: 'none', endHead: hasArrow ? 'arrow' : 'none' })
    }
    session.tool.set('line')
  }

export const lineEditor: KindEditor<'line'> = {
  icon: IconArrowUpRight,
  key: 'l',
  keyTakes: taking(false),
  otherKeys: { a: { name: (t) => t('editor:kind.arrow'), take: taking(true) } },
  toolName: (t) => t('editor:tool.line'),
  take: taking(null),
  startTool: (session) => fetchedTool(lineCode, ({ lineTool }) => lineTool(session.line.get)),
  ToolOptions: null,
  ToolFlyout: LineFlyout,
  name: (t, { startHead, endHead }) =>
    startHead === 'arrow' || endHead === 'arrow' ? t('editor:kind.arrow') : t('editor:kind.line'),
  describe: () => '',
  ownHandles: (line) => lineCode()?.lineHandles(line) ?? [],
  pull: (line, handle, hands, rest) => lineCode()?.pullLine(line, handle, hands, rest) ?? null,
  Panel: LinePanel,
}
