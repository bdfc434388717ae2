/** Whoever types one of these comes to their own device. */
const OWN_DEVICE = /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/

/**
 * By what others come to this server: the origin under which one sees it oneself; for who sits at the server itself, the one by which others
 * in the network reach it, if that is known.
 */
export function addressForOthers(here: Pick<Location, 'hostname' | 'origin'>, inNetwork: string | null): string {
  return OWN_DEVICE.test(here.hostname) ? (inNetwork ?? here.origin) : here.origin
}
