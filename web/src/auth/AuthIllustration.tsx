import styles from './AuthIllustration.module.css'

/** A lesson being made by two people at once: a page, shapes, and their cursors. A picture only, so hidden from screen readers. */
export function AuthIllustration() {
  return (
    <svg className={styles.picture} viewBox="0 0 560 360" aria-hidden="true" focusable="false">
      <g opacity="0.14" fill="#fff">
        <circle cx="500" cy="40" r="92" />
        <circle cx="36" cy="318" r="64" />
      </g>
      <rect x="34" y="34" width="470" height="292" rx="18" fill="#052f2a" opacity="0.28" />
      <rect x="26" y="24" width="470" height="292" rx="18" fill="#fff" />
      <rect x="54" y="52" width="196" height="20" rx="10" fill="#1b222b" />
      <g fill="#d8dee4">
        <rect x="54" y="92" width="176" height="9" rx="4.5" />
        <rect x="54" y="112" width="150" height="9" rx="4.5" />
        <rect x="54" y="132" width="164" height="9" rx="4.5" />
      </g>
      <g transform="translate(30 -6)">
        <circle cx="378" cy="112" r="54" fill="#ffb938" />
        <g stroke="#ffb938" strokeWidth="7" strokeLinecap="round">
          <path d="M378 36v-2M378 190v-2M302 112h-2M456 112h-2M324 58l-1-1M433 167l-1-1M432 58l1-1M323 167l1-1" />
        </g>
      </g>
      <path
        d="M26 262c60-58 104-62 158-22s96 26 142-8 104-40 170 4v62a18 18 0 0 1-18 18H44a18 18 0 0 1-18-18z"
        fill="#a6e4d2"
      />
      <path d="M26 286c78-36 132-22 192-4s140 14 278-26v42a18 18 0 0 1-18 18H44a18 18 0 0 1-18-18z" fill="#45bb9f" />
      <g className={styles.boat}>
        <path d="M238 232h84l-14 24h-56z" fill="#f2785c" />
        <path d="M278 226v-54l34 54z" fill="#fff" stroke="#1b222b" strokeWidth="3" strokeLinejoin="round" />
        <path d="M278 226v-40l-22 40z" fill="#7cc4e8" stroke="#1b222b" strokeWidth="3" strokeLinejoin="round" />
        <rect x="226" y="160" width="108" height="108" fill="none" stroke="#0f8270" strokeWidth="2.5" rx="3" />
        <g fill="#fff" stroke="#0f8270" strokeWidth="2.5">
          <rect x="221" y="155" width="10" height="10" rx="2.5" />
          <rect x="329" y="155" width="10" height="10" rx="2.5" />
          <rect x="221" y="263" width="10" height="10" rx="2.5" />
          <rect x="329" y="263" width="10" height="10" rx="2.5" />
        </g>
      </g>
      <g className={styles.lan}>
        <path d="m340 272 6 27 7-11 12-3z" fill="#0b6a5c" stroke="#fff" strokeWidth="2.5" strokeLinejoin="round" />
        <rect x="360" y="292" width="56" height="28" rx="14" fill="#0b6a5c" stroke="#fff" strokeWidth="2" />
        <text x="388" y="311" className={styles.name}>
          Lan
        </text>
      </g>
      <g className={styles.minh}>
        <g transform="translate(-74 6)">
          <path d="m196 140 6 27 7-11 12-3z" fill="#b5472f" stroke="#fff" strokeWidth="2.5" strokeLinejoin="round" />
          <rect x="216" y="162" width="64" height="28" rx="14" fill="#b5472f" stroke="#fff" strokeWidth="2" />
          <text x="248" y="181" className={styles.name}>
            Minh
          </text>
        </g>
      </g>
    </svg>
  )
}
