import { networkInterfaces } from 'node:os'

/** An address of this machine that is not loopback, as a phone in the same school would use it. Null on a machine without a network. */
export function lanAddress(): string | null {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null
}
