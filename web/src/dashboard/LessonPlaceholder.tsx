/** Quiet colours in families: ground, far, near, accent. */
const palettes = [
  ['#e6f5f0', '#bfe5d8', '#8fd0bd', '#ffcf73'],
  ['#fdf1e3', '#f8dcb8', '#f2c089', '#f2785c'],
  ['#e8f1fa', '#c4ddf2', '#98c3e6', '#ffb938'],
  ['#f6ecf6', '#e3cbe6', '#c9a4cf', '#7cc4e8'],
  ['#f1f4e4', '#dbe4b8', '#bccb85', '#f2785c'],
  ['#fbe9e6', '#f4c9c1', '#e9a196', '#45bb9f'],
] as const

/** A landscape made from the lesson's id: the same lesson always has the same, and neighbours differ. */
export function LessonPlaceholder({ seed }: { seed: number }) {
  const [ground, far, near, accent] = palettes[seed % palettes.length] ?? palettes[0]
  // A few cheap numbers from 0 to 1 that look unrelated.
  const vary = (n: number) => Math.abs(Math.sin(seed * 12.9898 + n * 78.233)) % 1
  const hill = (base: number, n: number) => {
    const [a, b, c] = [vary(n), vary(n + 1), vary(n + 2)].map((v) => base - 44 * v) as [number, number, number]
    const middle = 110 + 100 * vary(n + 3)
    return `M0 ${a} C 50 ${a - 36}, ${middle - 60} ${b + 30}, ${middle} ${b} S 280 ${c + 30}, 320 ${c} V180 H0 Z`
  }
  return (
    <svg
      viewBox="0 0 320 180"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
      focusable="false"
      data-placeholder
    >
      <rect width="320" height="180" fill={ground} />
      <circle cx={60 + 200 * vary(1)} cy={48 + 22 * vary(2)} r={20 + 10 * vary(3)} fill={accent} />
      <path d={hill(134, 4)} fill={far} />
      <path d={hill(166, 7)} fill={near} />
    </svg>
  )
}
