import { medianOf, ratioOf } from '../figures.ts'
import { QUIET } from '../machine/disturbance.ts'
import type { RowReport } from '../run-row.ts'
import { formatFigure } from './format.ts'

/** On the terminal. */
export function printResult({ measures, verdicts, notes, failure, machine, seconds }: RowReport): void {
  for (const measure of measures) {
    const figures = Object.keys(measure.rounds).map((target) => {
      const ratio = ratioOf(measure, target)
      return `${target} ${formatFigure(medianOf(measure, target))}${ratio === null ? '' : ` (${formatFigure(ratio)}×)`}`
    })
    if (figures.length) console.log(`  ${measure.what} [${measure.unit}]: ${figures.join(', ')}`)
  }
  for (const { goal, value, limit, unit } of verdicts) {
    const mark = value === null ? '?' : value <= limit ? '✓' : '✗'
    console.log(
      `  ${mark} ${goal}: ${value === null ? 'not measured' : formatFigure(value)} ${unit}, goal ≤ ${limit} ${unit}`,
    )
  }
  for (const note of notes) console.log(`  ${note}`)
  if (failure !== null) console.log(`  not measured: ${failure}`)
  const others = `${Math.round(machine.others * 100)} % of the machine used by others${machine.others > QUIET ? ': disturbed' : ''}`
  console.log(`  ${seconds} s; load ${machine.loadBefore.toFixed(1)} → ${machine.loadAfter.toFixed(1)}; ${others}`)
}
