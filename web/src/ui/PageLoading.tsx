import { Loader } from '@mantine/core'
import styles from './PageLoading.module.css'

/** A page on its way. Shown late, so that what comes at once does not flicker. No words: the texts may be what is loading. */
export function PageLoading() {
  return (
    <div className={styles.page} role="status" aria-busy="true">
      <Loader type="dots" />
    </div>
  )
}
