import type { Media } from '@anawim/api/contract'
import { IconPhoto, IconVideo, IconVolume } from '@tabler/icons-react'
import { useState } from 'react'
import styles from './MediaPicture.module.css'

const glyphs = { image: IconPhoto, video: IconVideo, audio: IconVolume } as const

/** What a file looks like, small; of a recording, and of what is not here, a sign. */
export function MediaPicture({ media }: { media: Media }) {
  const [hasFailed, setFailed] = useState(false)
  const src = media.file_type === 'image' ? media.url : media.poster
  const Glyph = glyphs[media.file_type]
  return (
    <div className={styles.frame} data-type={media.file_type}>
      {src && !hasFailed ? (
        <img
          src={`${src}?w=320`}
          srcSet={`${src}?w=320 320w, ${src}?w=640 640w`}
          sizes="200px"
          alt=""
          loading="lazy"
          decoding="async"
          className={styles.picture}
          onError={() => setFailed(true)}
        />
      ) : (
        <Glyph size={36} stroke={1.3} aria-hidden />
      )}
    </div>
  )
}
