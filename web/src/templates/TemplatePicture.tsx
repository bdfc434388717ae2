import type { Template } from '@anawim/api/contract'
import styles from './templates.module.css'

/** The first page of a template, small; an empty sheet while there is no picture, and for what is empty. */
export function TemplatePicture({ template }: { template: Template }) {
  return (
    <span className={styles.picture}>
      {template.thumbnail && <img src={template.thumbnail} alt="" loading="lazy" decoding="async" />}
    </span>
  )
}
