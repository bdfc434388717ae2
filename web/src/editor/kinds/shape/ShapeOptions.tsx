import { ActionIcon, Menu } from '@mantine/core'
import { type ShapeName, shapeNames } from '@anawim/lesson'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEditorSession } from '../../session/editor-context.ts'
import { useValue } from '../../session/value.ts'
import { shapeChoices } from './shape-choices.ts'

/** Which shape the tool draws. */
export function ShapeOptions() {
  const { t } = useTranslation('editor')
  const session = useEditorSession()
  const chosen = useValue(session.shapeName)
  const tool = useValue(session.tool)
  const choose = (shape: ShapeName) => {
    session.shapeName.set(shape)
    session.tool.set('select')
    session.tool.set('shape')
  }
  return (
    // Who has chosen goes on at the canvas, where Enter places it.
    <Menu position="bottom-start" returnFocus={tool !== 'shape'}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray.7" size={36} w={22} aria-label={t('editor:shape.choose')}>
          <IconChevronDown size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown data-over-canvas>
        {shapeNames.map((shape) => {
          const { icon: ShapeIcon, name } = shapeChoices[shape]
          return (
            <Menu.Item
              key={shape}
              leftSection={<ShapeIcon size={18} stroke={1.7} aria-hidden />}
              fw={shape === chosen ? 600 : 400}
              onClick={() => choose(shape)}
            >
              {name(t)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
