/** Whoever types one of these comes to their own device. */
const OWN_DEVICE = /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/

/**
 * What pupils type to come to this server: the address under which the teacher sees it, such as `192.168.1.5:8000`; for a teacher who sits
 * at the server itself, the one by which others in the network reach it, if that is known.
 */
export function addressForPupils(here: Pick<Location, 'hostname' | 'origin'>, inNetwork: string | null): string {
  const address = OWN_DEVICE.test(here.hostname) ? (inNetwork ?? here.origin) : here.origin
  return address.replace(/^https?:\/\//, '')
}
