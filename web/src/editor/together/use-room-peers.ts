import { useSyncExternalStore } from 'react'
import type { Peer } from './peer.ts'
import type { Room } from './room.ts'

const nobody: readonly Peer[] = []

/** The others, rendered again when somebody comes, goes, turns the page or selects. */
export function useRoomPeers(room: Room | null): readonly Peer[] {
  return useSyncExternalStore(room?.peers.subscribe ?? (() => () => {}), room?.peers.get ?? (() => nobody))
}
