import { useSyncExternalStore } from 'react'
import type { Room } from './room.ts'

/** The client id of whom one follows; null for nobody. */
export function useFollowing(room: Room | null): number | null {
  return useSyncExternalStore(room?.following.subscribe ?? (() => () => {}), room?.following.get ?? (() => null))
}
