/** Why the server closes an editor's WebSocket. The same numbers on both sides of the wire. */
export const closeCodes = {
  /** No token, a token that is not valid, or one that ended and was not renewed. Get a new one, or log in. */
  unauthenticated: 4401,
  /** The person may not edit this lesson (any more). Ask the API what they may, and show that. */
  forbidden: 4403,
  /** The lesson was deleted, or never was. */
  gone: 4404,
  /** A frame was refused: malformed or out of bounds. Keep a copy of what is not saved, and start afresh. */
  refused: 4422,
  /** The page is older (or newer) than the server. Reload it. */
  outdated: 4426,
  /** The server cannot serve this lesson now. Try again with a growing delay. */
  tryLater: 4503,
} as const

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes]
