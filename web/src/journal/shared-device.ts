/** Is this a device that many people use? Then it keeps nobody's edits. A setting of the device, not of a person. */
const KEY = 'anawim.shared_device'
const listeners = new Set<() => void>()

export function isSharedDevice(): boolean {
  try {
    return localStorage.getItem(KEY) === 'yes'
  } catch {
    // Who forbids storage wants nothing kept.
    return true
  }
}

export function setSharedDevice(isShared: boolean): void {
  try {
    if (isShared) localStorage.setItem(KEY, 'yes')
    else localStorage.removeItem(KEY)
  } catch {
    // Nothing is kept there anyway.
  }
  for (const listener of listeners) listener()
}

/** Told also when another tab changes it. Returns what stops listening. */
export function onSharedDevice(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    if (event.key === KEY || event.key === null) listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStorage)
  }
}
