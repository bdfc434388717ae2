import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { lookAt } from '../canvas/camera.ts'
import { useEditor } from '../session/editor-context.ts'
import styles from './Following.module.css'
import { useFollowing } from './use-following.ts'
import { useRoomPeers } from './use-room-peers.ts'

/** What one does not act with: keys that only mean something together with others, and the one that leads to the Stop button. */
const passive = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Tab'])
/** Keys that press the button which has the focus. */
const pressing = new Set(['Enter', ' '])

/** While one follows somebody: their page and view are one's own, framed in their colour, until one acts. */
export function Following() {
  const { t } = useTranslation('pages')
  const { session, room, tell } = useEditor()
  const following = useFollowing(room)
  const leader = useRoomPeers(room).find(({ clientId }) => clientId === following)
  const name = leader?.user.name
  useEffect(() => {
    if (!room || following === null) return
    const stop = () => room.following.set(null)
    const look = () => {
      const peer = room.moving().find(({ clientId }) => clientId === following)
      if (!peer) return stop()
      if (peer.pageId && peer.pageId !== session.pageId.get() && session.model.page(peer.pageId)) {
        session.pageId.set(peer.pageId)
      }
      const view = session.view.get()
      if (peer.view && peer.view.width > 0 && view.width > 0) session.camera.set(lookAt(peer.view, view))
    }
    const onAct = (event: Event) => {
      const isOnFollow = event.target instanceof Element && event.target.closest('[data-follow]') !== null
      if (event instanceof KeyboardEvent) {
        if (passive.has(event.key) || (isOnFollow && pressing.has(event.key))) return
        if (event.key === 'Escape') event.stopPropagation()
      } else if (isOnFollow) return
      stop()
    }
    look()
    const stops = [room.subscribeMoving(look), room.peers.subscribe(look), session.view.subscribe(look)]
    const acts = ['pointerdown', 'wheel', 'keydown'] as const
    for (const act of acts) window.addEventListener(act, onAct, { capture: true, passive: true })
    return () => {
      for (const act of acts) window.removeEventListener(act, onAct, { capture: true })
      for (const end of stops) end()
    }
  }, [room, session, following])
  useEffect(() => {
    if (!room || following === null || name === undefined) return
    return () => {
      // They are gone, and so the view stands still: nobody should wonder why.
      if (!room.peers.get().some(({ clientId }) => clientId === following)) {
        tell({ tone: 'plain', text: t('pages:follow.left', { name }) })
      }
    }
  }, [room, following, name, tell, t])
  return (
    <>
      <div role="status" className={styles.spoken}>
        {leader && t('pages:follow.help', { name })}
      </div>
      {leader && (
        <div className={styles.frame} style={{ borderColor: leader.user.color }}>
          <div className={styles.bar} style={{ backgroundColor: leader.user.color }} data-follow data-over-canvas>
            <span>{t('pages:follow.now', { name })}</span>
            <Button size="compact-xs" variant="white" color="dark" onClick={() => room?.following.set(null)}>
              {t('pages:follow.stop')}
            </Button>
          </div>
        </div>
      )}
    </>
  )
}
