import { Avatar, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEditor } from '../session/editor-context.ts'
import type { Peer } from './peer.ts'
import styles from './Following.module.css'
import { initialsOf } from '../../ui/initials-of.ts'
import { useFollowing } from './use-following.ts'
import { useRoomPeers } from './use-room-peers.ts'

const MOST = 3

/** Who else is here. A click follows them, to their page and over it; another one stops. */
export function Avatars() {
  const { t } = useTranslation('editor')
  const { room } = useEditor()
  const peers = onePerPerson(useRoomPeers(room))
  const following = useFollowing(room)
  if (peers.length === 0) return null
  return (
    <Avatar.Group spacing={8} role="group" aria-label={t('editor:together.here')}>
      {peers.slice(0, MOST).map(({ clientId, user }) => (
        <UnstyledButton
          key={clientId}
          data-tip={user.name}
          data-follow
          aria-pressed={following === clientId}
          className={styles.face}
          onClick={() => room?.following.set(following === clientId ? null : clientId)}
        >
          <VisuallyHidden>{t('editor:together.follow', { name: user.name })}</VisuallyHidden>
          {/* White on some people's colour is hard to read: a little darker than their cursor. */}
          <Avatar
            aria-hidden
            size={32}
            radius="xl"
            variant="filled"
            styles={{
              placeholder: {
                backgroundColor: `color-mix(in srgb, ${user.color} 85%, black)`,
                color: '#fff',
                fontSize: 13,
              },
            }}
          >
            {initialsOf(user.name)}
          </Avatar>
        </UnstyledButton>
      ))}
      {peers.length > MOST && (
        <Avatar size={32} radius="xl">
          +{peers.length - MOST}
        </Avatar>
      )}
    </Avatar.Group>
  )
}

/** Somebody with two tabs is one person. */
function onePerPerson(peers: readonly Peer[]): Peer[] {
  return [...new Map(peers.map((peer) => [peer.user.id, peer])).values()]
}
