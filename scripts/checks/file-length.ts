import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './check.ts'
import { sourceFiles } from './source-files.ts'

/** Lines: no file above `most`; nine in ten at most `usual`. */
const limits = { most: 400, usual: 250 }

/** Holds the length of files: a file that outgrows its name is where a codebase stops being readable. */
export const fileLength: Check = {
  name: `Files are short: none over ${limits.most} lines, nine in ten at most ${limits.usual}`,
  async run(root) {
    const lengths = sourceFiles(root).map((path) => ({
      path,
      lines: readFileSync(join(root, path), 'utf8').split('\n').length - 1,
    }))
    const problems = lengths
      .filter(({ lines }) => lines > limits.most)
      .map(({ path, lines }) => `${path} has ${lines} lines: move one of its concerns into a file named after it.`)
    const long = lengths.filter(({ lines }) => lines > limits.usual)
    if (long.length > lengths.length / 10) {
      problems.push(
        `${long.length} of ${lengths.length} files have more than ${limits.usual} lines: ${long.map(({ path }) => path).join(', ')}`,
      )
    }
    return problems
  },
}
