import styles from './Logo.module.css'
import { LogoMark } from './LogoMark.tsx'

/** The mark and the name. The name is the same in every language. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <span className={styles.logo} style={{ fontSize: size * 0.62 }}>
      <LogoMark size={size} />
      Anawim
    </span>
  )
}
