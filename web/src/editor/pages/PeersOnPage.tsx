import { UnstyledButton } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEditor } from '../session/editor-context.ts'
import type { PageHead } from '../session/lesson-model.ts'
import { useRoomPeers } from '../together/use-room-peers.ts'
import styles from './PageStrip.module.css'

const MOST = 3

/** Who else looks at this page, as small faces: a click follows them. And whether readers see it. */
export function PeersOnPage({ page }: { page: PageHead }) {
  const { t } = useTranslation('pages')
  const { room } = useEditor()
  const peers = useRoomPeers(room).filter(({ pageId }) => pageId === page.id)
  return (
    <>
      {page.hidden && <IconEyeOff size={14} role="img" aria-label={t('pages:hidden')} className={styles.hidden} />}
      {peers.slice(0, MOST).map(({ clientId, user }) => (
        <UnstyledButton
          key={clientId}
          className={styles.peer}
          style={{ backgroundColor: `color-mix(in srgb, ${user.color} 85%, black)` }}
          title={user.name}
          aria-label={t('pages:follow.by', { name: user.name })}
          onClick={() => room?.following.set(clientId)}
        >
          {initialsOf(user.name)}
        </UnstyledButton>
      ))}
      {peers.length > MOST && <span className={styles.more}>+{peers.length - MOST}</span>}
    </>
  )
}

/** The given name comes last in Vietnamese, and it is what people are called by. */
function initialsOf(name: string): string {
  return (name.trim().split(/\s+/).at(-1)?.[0] ?? '?').toUpperCase()
}
