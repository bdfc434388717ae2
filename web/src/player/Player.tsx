import { clockTime } from '@anawim/drawing'
import { type AudioElement, type VideoElement, withDefaults } from '@anawim/lesson'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { playerPlace } from './player-place.ts'
import styles from './player.module.css'

interface PlayerProps {
  element: AudioElement | VideoElement
  /** The page that it stands on, and CSS pixels per page pixel: it is in a box that is scaled by that. */
  page: { width: number; height: number }
  scale: number
  /** It is opened to be played: there is no button before. */
  isOpen?: boolean
  onClose?: () => void
}

/**
 * A video or a recording over its picture on the page: a button that nobody sees, and nothing is fetched, until it is pressed;
 * then the browser's own player, which every device and screen reader knows. Escape closes it.
 */
export function Player({ element, page, scale, isOpen = false, onClose }: PlayerProps) {
  const { t } = useTranslation('player')
  const [isPlayed, setPlayed] = useState(isOpen)
  const button = useRef<HTMLButtonElement>(null)
  const wasClosed = useRef(false)
  useEffect(() => {
    if (!isPlayed && wasClosed.current) button.current?.focus()
  }, [isPlayed])
  const { kind, title, duration } = { ...withDefaults(element), kind: element.kind }
  const name = title || (kind === 'video' ? t('player:video') : t('player:audio'))
  const { x, y, width, height, rotation } = element

  if (!isPlayed) {
    const time = duration > 0 ? `, ${clockTime(duration)}` : ''
    return (
      <button
        ref={button}
        type="button"
        className={styles.start}
        style={{ left: x, top: y, width, height, rotate: `${rotation}deg` }}
        aria-label={`${t('player:play', { name })}${time}`}
        onClick={() => setPlayed(true)}
      />
    )
  }
  const close = () => {
    wasClosed.current = true
    setPlayed(false)
    onClose?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Its keys are its own: the page below turns pages and moves elements by them.
    event.stopPropagation()
    if (event.key === 'Escape' && !(document.fullscreenElement instanceof HTMLMediaElement)) close()
  }
  const place = playerPlace(element, page, scale)
  return (
    // It has its own size, however large the page is shown.
    <div className={styles.place} style={{ left: place.x, top: place.y, scale: 1 / scale }}>
      <div
        role="presentation"
        className={styles.player}
        style={{ width: place.width, height: place.height, rotate: `${rotation}deg` }}
        data-player={kind}
        onKeyDown={onKeyDown}
      >
        <NativePlayer key={element.src} element={element} name={name} />
      </div>
    </div>
  )
}

function NativePlayer({ element, name }: { element: AudioElement | VideoElement; name: string }) {
  const { t } = useTranslation('player')
  const [hasFailed, setFailed] = useState(false)
  const media = useRef<HTMLAudioElement & HTMLVideoElement>(null)
  useEffect(() => media.current?.focus({ preventScroll: true }), [])
  if (hasFailed) {
    return (
      <p role="alert" className={styles.failed}>
        {element.kind === 'video' ? t('player:failed.video') : t('player:failed.audio')}
      </p>
    )
  }
  const Native = element.kind
  return (
    <Native
      ref={media}
      className={styles.native}
      src={element.src}
      poster={element.kind === 'video' ? element.poster || undefined : undefined}
      aria-label={name}
      controls
      autoPlay
      playsInline
      onPlay={(event) => pauseOthers(event.currentTarget)}
      onError={() => setFailed(true)}
    />
  )
}

/** Two at once are only noise. */
function pauseOthers(played: HTMLMediaElement): void {
  for (const other of document.querySelectorAll<HTMLMediaElement>('audio, video')) if (other !== played) other.pause()
}
