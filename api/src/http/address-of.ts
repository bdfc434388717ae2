/** One name for one address: IPv4 also when it comes inside IPv6. */
export function addressOf(ip: string | undefined): string {
  return (ip ?? 'unknown').replace(/^::ffff:/, '')
}
