import { ActionIcon, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { mediaTypes } from '../../../media/media-type.ts'
import { shortcutText } from '../../commands/shortcut.ts'
import { useEditor } from '../../session/editor-context.ts'
import styles from '../../toolbar/ZoomControl.module.css'
import { kindEditors } from '../index.ts'

/** Beside the picture's button: what else the library holds. */
export function MediaOptions() {
  const { t } = useTranslation(['editor', 'media'])
  const editor = useEditor()
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray.7" size={36} w={22} aria-label={t('media:options')}>
          <IconChevronDown size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown data-over-canvas>
        {mediaTypes.map((type) => {
          const { icon: Glyph, key, toolName, take } = kindEditors[type]
          return (
            <Menu.Item
              key={type}
              leftSection={<Glyph size={18} stroke={1.7} aria-hidden />}
              rightSection={<span className={styles.keys}>{shortcutText(key)}</span>}
              onClick={() => take(editor)}
            >
              {toolName(t)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
