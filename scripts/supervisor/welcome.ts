import { networkInterfaces } from 'node:os'

/** Where a running product is found, and what a person needs for the first visit. */
export interface Welcome {
  port: number
  host: string
  /** Other lines below the addresses, each `[name, value]`. */
  notes: readonly (readonly [string, string])[]
}

/** The box that is printed when everything works. */
export function welcomeBox({ port, host, notes }: Welcome): string {
  const rows = [
    ...addressesOf(port, host).map(
      (address, index) => [index === 0 ? 'Open' : index === 1 ? 'In the network' : '', address] as const,
    ),
    ...notes,
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = [
    'Anawim is ready.',
    '',
    ...rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`.trimEnd()),
    '',
    'Ctrl-C ends it.',
  ]
  const inner = Math.max(...lines.map((line) => line.length))
  const edge = '─'.repeat(inner + 4)
  return [`╭${edge}╮`, ...lines.map((line) => `│  ${line.padEnd(inner)}  │`), `╰${edge}╯`].join('\n')
}

/** Where others in the network reach it; null: nowhere. The addresses of a computer may change while it runs. */
export function networkAddress(port: number, host: string): string | null {
  return addressesOf(port, host)[1] ?? null
}

/** `http://localhost:8000` first, then the addresses by which others in the network reach it. */
export function addressesOf(port: number, host: string): string[] {
  const isEverywhere = host === '0.0.0.0' || host === '::'
  if (!isEverywhere)
    return [`http://${host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`]
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`)
  return [`http://localhost:${port}`, ...new Set(own)]
}
