import { ColorSwatch, Divider, UnstyledButton } from '@mantine/core'
import { lineHeads, routes } from '@anawim/lesson'
import { useTranslation } from 'react-i18next'
import { useEditorSession } from '../../session/editor-context.ts'
import { useValue } from '../../session/value.ts'
import styles from '../../toolbar/Flyout.module.css'
import { type LineChoice, lineColors } from './line-choice.ts'
import { HeadPicture, headName, RoutePicture, routeName } from './line-icons.tsx'

/** What the next line is like. Open as long as the tool is held. */
export function LineFlyout() {
  const { t } = useTranslation('editor')
  const { line } = useEditorSession()
  const choice = useValue(line)
  const change = (patch: Partial<LineChoice>) => line.set({ ...choice, ...patch })
  return (
    <>
      {routes.map((route) => (
        <UnstyledButton
          key={route}
          className={styles.choice}
          aria-label={routeName(t, route)}
          data-tip={routeName(t, route)}
          aria-pressed={route === choice.route}
          onClick={() => change({ route })}
        >
          <RoutePicture route={route} />
        </UnstyledButton>
      ))}
      <Divider orientation="vertical" my={6} />
      {lineHeads.map((head) => (
        <UnstyledButton
          key={head}
          className={styles.choice}
          aria-label={t('editor:line.endHead', { head: headName(t, head) })}
          data-tip={headName(t, head)}
          aria-pressed={head === choice.endHead}
          onClick={() => change({ endHead: head })}
        >
          <HeadPicture head={head} />
        </UnstyledButton>
      ))}
      <Divider orientation="vertical" my={6} />
      {lineColors.map((color) => (
        <UnstyledButton
          key={color}
          className={styles.choice}
          aria-label={t('editor:pen.color', { color })}
          aria-pressed={color === choice.stroke}
          onClick={() => change({ stroke: color })}
        >
          <ColorSwatch component="span" color={color} size={20} withShadow />
        </UnstyledButton>
      ))}
    </>
  )
}
