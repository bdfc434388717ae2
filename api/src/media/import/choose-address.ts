import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { ApiError } from '../../http/api-error.ts'
import { isPublicAddress } from './public-address.ts'

/** Where names are looked up, and which addresses may be asked. Tests have their own. */
export interface Network {
  resolve(host: string): Promise<string[]>
  isAllowed(address: string): boolean
}

export const internet: Network = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
}

/** An address as somebody typed it. Throws 422 `address_refused` for what is no plain http(s) address. */
export function readAddress(text: string, base?: URL): URL {
  const url = URL.parse(text, base?.href)
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw refused('Only addresses that begin with http: or https:, without a name and password, can be fetched.')
  }
  return url
}

/**
 * The one IP address that is asked for this URL. The name is resolved once, here, and the connection goes to just what was judged: a name
 * that means another machine a moment later leads nowhere. Throws 422: `address_refused`, `address_failed`.
 */
export async function chooseAddress({ hostname }: URL, network: Network): Promise<string> {
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const addresses = isIP(host) ? [host] : await network.resolve(host).catch(() => [])
  const [first] = addresses
  if (first === undefined) throw new ApiError('address_failed', 'There is no server of that name.')
  // One of them inside is enough: it may be the one that the next request is led to.
  if (!addresses.every((address) => network.isAllowed(address))) throw refused('The address is not public.')
  return first
}

function refused(message: string): ApiError {
  return new ApiError('address_refused', message)
}
