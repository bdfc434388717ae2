import { ActionIcon, Menu, SimpleGrid } from '@mantine/core'
import { type ShapeName, shapeNames } from '@anawim/lesson'
import { IconChevronDown } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditorSession } from '../../session/editor-context.ts'
import { useValue } from '../../session/value.ts'
import styles from '../../toolbar/Flyout.module.css'
import { shapeIcons } from './shape-icons.ts'
import { shapeName } from './shape-names.ts'

/** Which shape the tool draws: all outlines at one glance. */
export function ShapeOptions() {
  const { t } = useTranslation('editor')
  const session = useEditorSession()
  const chosen = useValue(session.shapeName)
  const button = useRef<HTMLButtonElement>(null)
  const choose = (shape: ShapeName) => {
    session.shapeName.set(shape)
    session.tool.set('select')
    session.tool.set('shape')
  }
  return (
    // Who has chosen goes on at the canvas, where Enter places it.
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <ActionIcon ref={button} variant="subtle" color="gray.7" size={36} w={22} aria-label={t('editor:shape.choose')}>
          <IconChevronDown size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown
        data-over-canvas
        onKeyDownCapture={({ key }) => key === 'Escape' && setTimeout(() => button.current?.focus())}
      >
        <SimpleGrid cols={4} spacing={2}>
          {shapeNames.map((shape) => {
            const ShapeIcon = shapeIcons[shape]
            return (
              <Menu.Item
                key={shape}
                className={styles.shape}
                aria-label={shapeName(t, shape)}
                data-tip={shapeName(t, shape)}
                data-chosen={shape === chosen || undefined}
                onClick={() => choose(shape)}
              >
                <ShapeIcon size={24} stroke={1.6} aria-hidden />
              </Menu.Item>
            )
          })}
        </SimpleGrid>
      </Menu.Dropdown>
    </Menu>
  )
}
