import { resolve } from 'node:path'
import { BackupError, type BackupSummary } from '@anawim/db'

/** What `npm run backup|restore -- FILE` names: a path is meant from where the person stands. Throws a BackupError that tells the usage. */
export function fileFrom(command: string, args: readonly string[], known: readonly string[]) {
  const flags = args.filter((arg) => arg.startsWith('--'))
  const [file, ...more] = args.filter((arg) => !arg.startsWith('--'))
  const usage = `Usage: npm run ${command} -- FILE${known.map((flag) => ` [${flag}]`).join('')}`
  const unknown = flags.find((flag) => !known.includes(flag))
  if (unknown !== undefined) throw new BackupError(`${unknown} is not known.\n${usage}`)
  if (file === undefined) throw new BackupError(`Name the file of the backup.\n${usage}`)
  if (more.length > 0) throw new BackupError(`Name one file only.\n${usage}`)
  return { path: resolve(process.env['INIT_CWD'] ?? process.cwd(), file), flags }
}

/** `of 22 November 2026, 18:00 UTC: 3 users, 6 lessons, 12 files, 1.2 MB`. */
export function describeBackup({ madeAt, tables, mediaFiles, bytes }: BackupSummary): string {
  const rows = (table: string) => tables.find(({ name }) => name === table)?.rows ?? 0
  const parts = [
    `${rows('users')} people`,
    `${rows('lessons')} lessons`,
    `${mediaFiles} files`,
    `${(bytes / 1_000_000).toFixed(1)} MB`,
  ]
  return `${parts.join(', ')}, as of ${madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
