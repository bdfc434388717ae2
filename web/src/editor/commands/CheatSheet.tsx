import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { kindEditors } from '../kinds/index.ts'
import type { TFunction } from 'i18next'
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
  const { t: say } = useTranslation(['editor', 'commands', 'pages'])
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
        {sections(t, say).map(({ id, title, rows }) => (
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

function sections(t: Translate, say: TFunction<['editor', 'commands']>): Section[] {
  const tools = [
    { name: t('editor:tool.select'), keys: 'V' },
    ...Object.values(kindEditors).flatMap(({ toolName, key, otherKeys = {} }) => [
      { name: toolName(t), keys: key.toUpperCase() },
      ...Object.entries(otherKeys).map(([other, { name }]) => ({ name: name(t), keys: other.toUpperCase() })),
    ]),
    { name: t('editor:tool.laser'), keys: 'K' },
  ]
  const drag = say('commands:gesture.drag')
  const mod = shortcutText('mod')
  const gestures = [
    { name: say('commands:gesture.move'), keys: say('commands:gesture.arrows') },
    { name: say('commands:gesture.next'), keys: 'Tab' },
    { name: say('commands:gesture.enter'), keys: say('commands:gesture.doubleClick') },
    { name: say('commands:gesture.axis'), keys: `${shortcutText('shift')} + ${drag}` },
    { name: say('commands:gesture.copy'), keys: `${shortcutText('alt')} + ${drag}` },
    { name: say('commands:gesture.free'), keys: `${mod} + ${drag}` },
    { name: say('commands:gesture.aspect'), keys: `${shortcutText('shift')} + ${drag}` },
    { name: say('commands:gesture.center'), keys: `${shortcutText('alt')} + ${drag}` },
    { name: say('commands:gesture.pan'), keys: `${say('commands:gesture.space')} + ${drag}` },
    { name: say('commands:gesture.zoom'), keys: `${mod} + ${say('commands:gesture.wheel')}` },
  ]
  const groups = commandGroups.map(({ id, title, commands }) => ({
    id,
    title: title(t),
    rows: commands.flatMap(({ label, shortcuts: [first] }) =>
      first ? [{ name: label(t), keys: shortcutText(first) }] : [],
    ),
  }))
  return [
    { id: 'tools', title: say('commands:tools'), rows: tools },
    ...groups,
    { id: 'mouse', title: say('commands:mouse'), rows: gestures },
  ]
}
