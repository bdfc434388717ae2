import { type Box, type Crop, fromGeometry, type InkPart, type Motion } from '@anawim/lesson'
import { z } from 'zod'
import type { Rect } from '../canvas/point.ts'
import type { Awareness } from 'y-protocols/awareness'

const number = z.number().min(-10_000_000).max(10_000_000)
const idSchema = z.string().max(32)

/** What another browser says of itself. The server sets `user`; the rest may be anything. */
const peerSchema = z.object({
  user: z.object({ id: z.number(), name: z.string(), color: z.string().regex(/^#[0-9a-f]{6}$/i) }),
  pageId: z.string().nullish().catch(null),
  cursor: z.object({ x: number, y: number }).nullish().catch(null),
  selection: z.array(idSchema).max(10_000).catch([]),
  caret: z.object({ elementId: idSchema }).nullish().catch(null),
})

/** Somebody else's browser in this lesson. One person with two tabs is two of them. */
export interface Peer {
  clientId: number
  user: { id: number; name: string; color: string }
  pageId: string | null
  cursor: { x: number; y: number } | null
  selection: readonly string[]
  /** Do they point with a laser? */
  isLaser: boolean
  /** What they see of their page, page pixels; null when they do not tell. */
  view: Rect | null
  /** Boxes of a drag, resize or rotation that is not over. */
  gesture: ReadonlyMap<string, Box>
  /** What the frames of pictures that are being cropped show. */
  crops: ReadonlyMap<string, Crop>
  /** The line that they are drawing on their page. */
  ink: InkPart | null
  /** What their eraser has gone over. */
  faded: ReadonlySet<string>
  /** The text box in which they type. */
  typingIn: string | null
}

/** Everybody but oneself, by client id. Who has no name yet is not here yet. */
export function readPeers(awareness: Awareness): Peer[] {
  const peers: Peer[] = []
  for (const [clientId, state] of awareness.getStates()) {
    if (clientId === awareness.clientID) continue
    const read = peerSchema.safeParse(state)
    if (read.success) peers.push(toPeer(clientId, read.data))
  }
  return peers.sort((one, other) => one.clientId - other.clientId)
}

/** The same person as they move now. */
export function moved(peer: Peer, { cursor, boxes, isLaser, view, crops, ink, faded }: Motion): Peer {
  const gesture = new Map([...boxes].map(([id, geometry]) => [id, fromGeometry(geometry)]))
  return {
    ...peer,
    cursor,
    isLaser: isLaser ?? false,
    view: view ?? null,
    gesture,
    crops: crops ?? peer.crops,
    ink: ink ?? null,
    faded: faded ?? peer.faded,
  }
}

function toPeer(clientId: number, state: z.output<typeof peerSchema>): Peer {
  return {
    clientId,
    user: state.user,
    pageId: state.pageId ?? null,
    cursor: state.cursor ?? null,
    selection: state.selection,
    isLaser: false,
    view: null,
    gesture: new Map(),
    crops: new Map(),
    ink: null,
    faded: new Set(),
    typingIn: state.caret?.elementId ?? null,
  }
}
