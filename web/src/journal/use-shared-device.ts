import { useSyncExternalStore } from 'react'
import { isSharedDevice, onSharedDevice } from './shared-device.ts'

/** Is this a device that many people use? */
export function useSharedDevice(): boolean {
  return useSyncExternalStore(onSharedDevice, isSharedDevice)
}
