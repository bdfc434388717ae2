import type { Media } from '@anawim/api/contract'
import styles from './MediaPage.module.css'

/** The file as large as there is room: to be looked at, or played. */
export function MediaStage({
  media: { file_type: type, url, poster, alt, original_filename: name },
}: {
  media: Media
}) {
  if (type === 'image') {
    return (
      <div className={styles.stage}>
        <img
          src={`${url}?w=960`}
          srcSet={[640, 960, 1280, 1920].map((width) => `${url}?w=${width} ${width}w`).join(', ')}
          sizes="(max-width: 640px) 90vw, 580px"
          alt={alt || name}
          decoding="async"
        />
      </div>
    )
  }
  const Native = type
  return (
    <div className={styles.stage}>
      <Native src={url} controls preload="none" aria-label={name} {...(poster && { poster })} />
    </div>
  )
}
