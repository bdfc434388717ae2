import { useEditor } from '../session/editor-context.ts'
import { useRoomPeers } from '../together/use-room-peers.ts'
import styles from './PageStrip.module.css'

/** A dot of each other person who looks at this page. */
export function PeersOnPage({ pageId }: { pageId: string }) {
  const { room } = useEditor()
  const peers = useRoomPeers(room).filter((peer) => peer.pageId === pageId)
  return peers
    .slice(0, 4)
    .map(({ clientId, user }) => (
      <span key={clientId} className={styles.peer} style={{ backgroundColor: user.color }} title={user.name} />
    ))
}
