import type { Version } from '@anawim/api/contract'
import { Menu } from '@mantine/core'
import { IconBookmarkFilled, IconFileDescription, IconPencil, IconTrash } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { MoreButton } from '../../ui/MoreButton.tsx'
import { useVersionWords } from './use-version-words.ts'
import styles from './versions.module.css'

interface VersionItemProps {
  version: Version
  isSelected: boolean
  onSelect: () => void
  onRename: () => void
  onRemove: () => void
}

/** One version: its picture, its name or time, who edited. */
export function VersionItem({ version, isSelected, onSelect, onRename, onRemove }: VersionItemProps) {
  const { t } = useTranslation('versions')
  const words = useVersionWords()
  const icon = { size: 18, stroke: 1.7, 'aria-hidden': true } as const
  const details = [version.name === null ? '' : words.time(version), words.people(version)].filter(Boolean)
  return (
    <li className={styles.item} data-selected={isSelected || undefined}>
      <button
        type="button"
        className={styles.choose}
        aria-current={isSelected || undefined}
        data-version={version.id}
        data-autofocus={isSelected || undefined}
        onClick={onSelect}
        onKeyDown={moveFocus}
      >
        <span className={styles.picture}>
          {version.thumbnail ? (
            <img src={version.thumbnail} alt="" loading="lazy" decoding="async" />
          ) : (
            <IconFileDescription size={22} stroke={1.4} aria-hidden />
          )}
        </span>
        <span className={styles.words}>
          <span className={styles.name}>
            {version.name !== null && <IconBookmarkFilled size={14} className={styles.mark} aria-hidden />}
            {version.name === null ? words.time(version) : version.name}
          </span>
          <span className={styles.details}>{details.join(' · ')}</span>
        </span>
      </button>
      {version.is_changeable && (
        <Menu width={200}>
          <Menu.Target>
            <MoreButton label={t('versions:menu', { version: words.nameOf(version) })} className={styles.more} />
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onRename}>
              {version.name === null ? t('versions:name') : t('versions:rename')}
            </Menu.Item>
            {version.name !== null && (
              <Menu.Item color="red.7" leftSection={<IconTrash {...icon} />} onClick={onRemove}>
                {t('versions:remove')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}

/** The arrow keys go from one version to the next, over the days, and show it. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const items = [
    ...(event.currentTarget.closest('[data-versions]')?.querySelectorAll<HTMLElement>('[data-version]') ?? []),
  ]
  const next = step === undefined ? undefined : items[items.indexOf(event.currentTarget) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.click()
}
