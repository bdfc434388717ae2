/** Figures for people: three digits that count. */
export function formatFigure(figure: number | null): string {
  if (figure === null) return '–'
  if (figure === 0) return '0'
  const size = Math.abs(figure)
  if (size >= 100) return Math.round(figure).toLocaleString('en')
  return String(Number(figure.toPrecision(size >= 10 ? 3 : 2)))
}
