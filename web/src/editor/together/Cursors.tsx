import { useEffect, useRef } from 'react'
import { useEditor } from '../session/editor-context.ts'
import { toScreen } from '../canvas/camera.ts'
import styles from './Cursors.module.css'
import type { Peer } from './peer.ts'
import { useRoomPeers } from './use-room-peers.ts'

/** The others' pointers with their names. React makes them; they move without it. */
export function Cursors() {
  const { session, room } = useEditor()
  const peers = useRoomPeers(room)
  const marks = useRef(new Map<number, HTMLElement>())
  useEffect(() => {
    if (!room) return
    const place = () => {
      const byClient = new Map(room.moving().map((peer) => [peer.clientId, peer]))
      for (const [clientId, mark] of marks.current) placeMark(mark, byClient.get(clientId))
    }
    const placeMark = (mark: HTMLElement, peer: Peer | undefined) => {
      const isHere = peer?.cursor != null && peer.pageId === session.pageId.get()
      mark.hidden = !isHere
      mark.toggleAttribute('data-laser', peer?.isLaser === true)
      if (!peer?.cursor) return
      const { x, y } = toScreen(session.camera.get(), peer.cursor)
      mark.style.transform = `translate(${x}px, ${y}px)`
    }
    place()
    const stops = [room.subscribeMoving(place), session.camera.subscribe(place), session.pageId.subscribe(place)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [session, room, peers])
  return (
    <div className={styles.cursors} aria-hidden>
      {peers.map(({ clientId, user }) => (
        <div
          key={clientId}
          className={styles.cursor}
          hidden
          ref={(mark) => {
            if (mark) marks.current.set(clientId, mark)
            else marks.current.delete(clientId)
          }}
        >
          <svg width="18" height="20" viewBox="0 0 18 20">
            <path d="M1 1 L16 9.5 L9 11.2 L5.6 18 Z" fill={user.color} stroke="#fff" strokeWidth="1.5" />
          </svg>
          <span className={styles.name} style={{ backgroundColor: user.color }} data-peer-cursor>
            {user.name}
          </span>
        </div>
      ))}
    </div>
  )
}
