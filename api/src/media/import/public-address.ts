import ipaddr from 'ipaddr.js'
import { networkInterfaces } from 'node:os'

/** All that is handed out to the world lies in here. */
const GLOBAL_V6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

/**
 * Is this IP address one of the open internet? Not this machine, not its network, and none of the forms in which those can be written
 * again (IPv4 inside of IPv6, tunnels, translations).
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL_V6)) return false
  return !isOwn(parsed.toString())
}

/** A server may have an address of the internet, and what listens there for the machine alone is no business of ours. */
function isOwn(address: string): boolean {
  return Object.values(networkInterfaces()).some((own) =>
    own?.some((one) => ipaddr.isValid(one.address) && ipaddr.process(one.address).toString() === address),
  )
}
