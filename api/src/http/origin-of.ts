import type { Request } from 'express'

/**
 * The address of this server, as people reach it: what the configuration says, else what this request came by. Only for what goes
 * back to who asked: in a mail to another, a request could make it lead anywhere.
 */
export function originOf(req: Request, publicUrl: string | undefined): string {
  return publicUrl ?? `${req.protocol}://${req.host}`
}
