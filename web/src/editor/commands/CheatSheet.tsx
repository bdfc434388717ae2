import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { kindEditors } from '../kinds/index.ts'
import type { Translate } from '../session/translate.ts'
import styles from './CommandDialogs.module.css'
import { commandGroups } from './command-list.ts'
import { shortcutText } from './shortcut.ts'

interface Section {
  id: string
  title: string
  rows: readonly { name: string; keys: string }[]
}

/** All shortcuts on one sheet, and what the keys do while the mouse drags. */
export function CheatSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('editor')
  return (
    <Modal
      opened={opened}
      returnFocus={false}
      onClose={onClose}
      size={920}
      title={t('editor:command.cheatSheet')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div className={styles.sheet}>
        {sections(t).map(({ id, title, rows }) => (
          <section key={id} className={styles.section} aria-labelledby={`keys-${id}`}>
            <h3 id={`keys-${id}`} className={styles.title}>
              {title}
            </h3>
            <dl className={styles.rows}>
              {rows.map(({ name, keys }) => (
                <div key={name} className={styles.row}>
                  <dt>{name}</dt>
                  <dd>
                    <kbd className={styles.keys}>{keys}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}

function sections(t: Translate): Section[] {
  const tools = [
    { name: t('editor:tool.select'), keys: 'V' },
    ...Object.values(kindEditors).map(({ toolName, key }) => ({ name: toolName(t), keys: key.toUpperCase() })),
  ]
  const drag = t('editor:gesture.drag')
  const mod = shortcutText('mod')
  const gestures = [
    { name: t('editor:gesture.move'), keys: t('editor:gesture.arrows') },
    { name: t('editor:gesture.next'), keys: 'Tab' },
    { name: t('editor:gesture.enter'), keys: t('editor:gesture.doubleClick') },
    { name: t('editor:gesture.axis'), keys: `${shortcutText('shift')} + ${drag}` },
    { name: t('editor:gesture.copy'), keys: `${shortcutText('alt')} + ${drag}` },
    { name: t('editor:gesture.free'), keys: `${mod} + ${drag}` },
    { name: t('editor:gesture.aspect'), keys: `${shortcutText('shift')} + ${drag}` },
    { name: t('editor:gesture.center'), keys: `${shortcutText('alt')} + ${drag}` },
    { name: t('editor:gesture.pan'), keys: `${t('editor:gesture.space')} + ${drag}` },
    { name: t('editor:gesture.zoom'), keys: `${mod} + ${t('editor:gesture.wheel')}` },
  ]
  const groups = commandGroups.map(({ id, title, commands }) => ({
    id,
    title: title(t),
    rows: commands.flatMap(({ label, shortcuts: [first] }) =>
      first ? [{ name: label(t), keys: shortcutText(first) }] : [],
    ),
  }))
  return [
    { id: 'tools', title: t('editor:commands.tools'), rows: tools },
    ...groups,
    { id: 'mouse', title: t('editor:commands.mouse'), rows: gestures },
  ]
}
