import type { Version } from '@anawim/api/contract'
import { useId } from 'react'
import { useVersionWords } from './use-version-words.ts'
import { versionDays } from './version-days.ts'
import { VersionItem } from './VersionItem.tsx'
import styles from './versions.module.css'

interface VersionListProps {
  versions: readonly Version[]
  selected: Version | null
  onSelect: (version: Version) => void
  onRename: (version: Version) => void
  onRemove: (version: Version) => void
}

/** What was kept, by day. */
export function VersionList({ versions, selected, onSelect, onRename, onRemove }: VersionListProps) {
  const words = useVersionWords()
  const id = useId()
  return (
    <div className={styles.days} data-versions>
      {versionDays(versions).map(({ day, versions: ofDay }) => (
        <section key={day.getTime()} aria-labelledby={`${id}-${day.getTime()}`}>
          <h3 className={styles.day} id={`${id}-${day.getTime()}`}>
            {words.day(day)}
          </h3>
          <ul className={styles.items}>
            {ofDay.map((version) => (
              <VersionItem
                key={version.id}
                version={version}
                isSelected={version.id === selected?.id}
                onSelect={() => onSelect(version)}
                onRename={() => onRename(version)}
                onRemove={() => onRemove(version)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
