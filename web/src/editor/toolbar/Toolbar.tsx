import { Divider } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconPointer, IconPointerBolt } from '@tabler/icons-react'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { isKnownKind } from '@anawim/lesson'
import { kindEditors } from '../kinds/index.ts'
import { useEditor } from '../session/editor-context.ts'
import { useValue } from '../session/value.ts'
import flyoutStyles from './Flyout.module.css'
import { IconAction } from '../ui/IconAction.tsx'
import styles from './Toolbar.module.css'

const buttons = Object.entries(kindEditors).filter(([, { isBesideOthers }]) => isBesideOthers !== false)

/** The tools, floating over the canvas. `onProperties` opens the panel where there is no room for it beside. */
export function Toolbar({ onProperties }: { onProperties: (() => void) | null }) {
  const { t } = useTranslation('editor')
  const editor = useEditor()
  const tool = useValue(editor.session.tool)
  const ToolFlyout = tool === 'select' || tool === 'laser' ? undefined : kindEditors[tool].ToolFlyout
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('editor:toolbar')} data-over-canvas>
      <IconAction
        icon={IconPointer}
        label={t('editor:tool.select')}
        shortcut="v"
        isActive={tool === 'select'}
        onClick={() => editor.session.tool.set('select')}
      />
      {buttons.map(([kind, { icon, key, toolName, take, ToolOptions }]) => (
        <div key={kind} className={styles.tool}>
          <IconAction
            icon={icon}
            label={toolName(t)}
            shortcut={key}
            isActive={isKnownKind(kind) && tool === kind}
            onClick={() => take(editor)}
          />
          {ToolOptions && (
            <Suspense fallback={<span className={styles.options} />}>
              <ToolOptions />
            </Suspense>
          )}
        </div>
      ))}
      <div className={styles.laser}>
        <IconAction
          icon={IconPointerBolt}
          label={t('editor:tool.laser')}
          shortcut="k"
          isActive={tool === 'laser'}
          onClick={() => editor.session.tool.set('laser')}
        />
      </div>
      {ToolFlyout && (
        <Suspense fallback={null}>
          <div className={flyoutStyles.flyout}>
            <ToolFlyout />
          </div>
        </Suspense>
      )}
      {onProperties && (
        <>
          <Divider orientation="vertical" my={6} />
          <IconAction icon={IconAdjustmentsHorizontal} label={t('editor:panel.open')} onClick={onProperties} />
        </>
      )}
    </div>
  )
}
