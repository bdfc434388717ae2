/** The mark: an A drawn as a person bending over a page, and beside it the sun. The same drawing as `public/favicon.svg`. */
export function LogoMark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="#0b6a5c" />
      <path
        d="M7.5 23.5 14.6 8.9a1.6 1.6 0 0 1 2.9 0l3.1 6.5"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M11.3 18.6h5.2" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <circle cx="22.6" cy="21.7" r="3.6" fill="#ffb938" />
    </svg>
  )
}
