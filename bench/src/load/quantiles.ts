export interface Quantiles {
  count: number
  p50: number
  p95: number
  p99: number
  max: number
}

/** Of these numbers; null when there are none. */
export function quantilesOf(numbers: readonly number[]): Quantiles | null {
  if (numbers.length === 0) return null
  const sorted = Float64Array.from(numbers).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2
    ? (sorted[Math.floor(middle)] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2
}
