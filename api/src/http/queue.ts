/** Runs at most `size` tasks at once; others wait in order. */
export function createQueue(size: number) {
  const waiting: (() => void)[] = []
  let running = 0

  return async <T>(task: () => Promise<T>): Promise<T> => {
    if (running < size) running++
    else await new Promise<void>((start) => waiting.push(start))
    try {
      return await task()
    } finally {
      // The place is handed over, so that nobody who comes now can take it.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
