/** The page that people read: `docs/benchmarks.md`. */
import { medianOf, ratioOf } from '../figures.ts'
import { QUIET } from '../machine/disturbance.ts'
import type { Measure } from '../row.ts'
import type { RowReport } from '../run-row.ts'
import { formatFigure } from './format.ts'

const introduction = `# Benchmarks

How fast live collaboration is, beside the servers of others and beside floors that do nothing but the least. Made by \`npm run bench\`,
which writes this page and the same figures round by round as \`benchmarks.json\`; \`npm run bench -- ROW\` measures one row anew.

What is measured is the real product (API and sockets in one process; gate, log, \`saved\`, projection and viewers all on) with its embedded
PostgreSQL that waits for the disk. The others run as they come from npm, none of them persisting anything. Servers and load generators are
processes of their own. Every target is measured once in each round, one after the other; figures are medians of the rounds, ratios are
medians of the ratios within each round. CPU is what the operating system counts for the serving process; PostgreSQL's stands beside it.
Times depend on what else the machine does: each row says how much of it others used.
`

export function benchmarksPage(reports: readonly RowReport[]): string {
  const [first] = reports
  const machine = first
    ? `\nMachine: ${first.machine.cores} cores, ${first.machine.processor}, Node ${first.machine.node}.\n`
    : ''
  return [introduction, machine, '\n', summary(reports), ...reports.map(section)].join('')
}

function summary(reports: readonly RowReport[]): string {
  const lines = reports.flatMap(({ name, verdicts, failure, notes }) => {
    if (failure !== null) return [`| ${name} | – | not measured: ${failure.split('\n')[0]} | | |`]
    if (!verdicts.length) return [`| ${name} | – | ${notes[0] ?? 'not measured'} | | |`]
    return verdicts.map(({ goal, value, limit, unit }) => {
      const mark = value === null ? 'not measured' : value <= limit ? 'reached' : '**missed**'
      return `| ${name} | ${goal} | ${formatFigure(value)} ${unit} | ≤ ${limit} ${unit} | ${mark} |`
    })
  })
  return ['| row | goal | measured | goal | |', '|---|---|---|---|---|', ...lines, ''].join('\n')
}

function section(report: RowReport): string {
  const { name, what, date, seconds, rounds, machine, measures, notes, failure } = report
  const disturbed = machine.others > QUIET ? ': **disturbed**, its times are not to be trusted' : ''
  const command = `\`npm run bench -- ${name}\`, ${date.slice(0, 16).replace('T', ' ')} UTC, ${rounds} rounds, ${seconds} s`
  const others = `others used ${Math.round(machine.others * 100)} % of the machine${disturbed}`
  const state = `load ${machine.loadBefore.toFixed(1)} before, ${machine.loadAfter.toFixed(1)} after; ${others}`
  const head = `\n## ${what}\n\n${command}; ${state}.\n\n`
  if (failure !== null) return `${head}Not measured: ${failure}\n`
  return `${head}${table(measures)}${notes.map((note) => `\n${note}\n`).join('')}`
}

function table(measures: readonly Measure[]): string {
  const targets = [...new Set(measures.flatMap(({ rounds }) => Object.keys(rounds)))]
  if (!targets.length) return ''
  const lines = measures.map((measure) => {
    const cells = targets.map((target) => {
      const ratio = ratioOf(measure, target)
      const isPlain = ratio === null || target === measure.baseline
      return `${formatFigure(medianOf(measure, target))}${isPlain ? '' : ` (${formatFigure(ratio)} ×)`}`
    })
    return `| ${measure.what} [${measure.unit}] | ${cells.join(' | ')} |`
  })
  return [`| | ${targets.join(' | ')} |`, `|---|${'---|'.repeat(targets.length)}`, ...lines, ''].join('\n')
}
