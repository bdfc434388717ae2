/** One name for one address that requests come from (`req.ip`): IPv4 also when it comes inside IPv6. */
export function addressOf(ip: string | undefined): string {
  return (ip ?? 'unknown').replace(/^::ffff:/, '')
}
