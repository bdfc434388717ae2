import { spawn } from 'node:child_process'

/**
 * Stops PostgreSQL when this process dies without having done so. It is a shell, for it must cost nothing, in a session
 * of its own, which neither Ctrl-C nor the killing of our process group reaches. It reads from a pipe of ours: first the
 * postmaster's process id, each time there is a new one, then `none` when it has ended; the end of the pipe is our death.
 * The servers are given a second to notice that they are alone, then PostgreSQL is told to end: fast, at last at once.
 */
const script = `
pid=none
while read -r word; do pid=$word; done
[ "$pid" = none ] && exit 0
sleep 1
kill -INT "$pid" 2>/dev/null || exit 0
tries=0
while [ $tries -lt 50 ]; do
  sleep 0.1
  kill -0 "$pid" 2>/dev/null || exit 0
  tries=$((tries + 1))
done
kill -QUIT "$pid" 2>/dev/null
`

export interface Watchdog {
  watch(postmaster: number): void
  /** There is no postmaster now. */
  rest(): void
  /** Ends the watchdog. Call `rest()` first. */
  dismiss(): void
}

export function startWatchdog(): Watchdog {
  const shell = spawn('/bin/sh', ['-c', script], {
    detached: true,
    cwd: '/',
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin' },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.on('error', () => {})
  shell.stdin.on('error', () => {})
  shell.unref()
  const say = (word: string | number) => void shell.stdin.write(`${word}\n`)
  return { watch: say, rest: () => say('none'), dismiss: () => shell.stdin.end() }
}
