import { Stack } from '@mantine/core'
import { type TextElement, withDefaults } from '@anawim/lesson'
import type { PanelProps } from '../kind-editor.ts'
import { TextStyleFields } from './TextStyleFields.tsx'

/** How whole text boxes are set. */
export function TextPanel({ elements, update }: PanelProps<'text'>) {
  return (
    <Stack gap="xs">
      <TextStyleFields styles={elements.map((element) => withDefaults<TextElement>(element))} update={update} />
    </Stack>
  )
}
