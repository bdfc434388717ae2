/**
 * Lets so many through in each turn of the event loop; the others wait for the next turns, in order. Where hundreds come at the same moment, whoever edits is heard between them.
 */
export function createPace(perTurn: number): () => Promise<void> | undefined {
  const waiting: (() => void)[] = []
  let used = 0
  let isArmed = false

  function arm(): void {
    if (isArmed) return
    isArmed = true
    setImmediate(() => {
      isArmed = false
      const through = waiting.splice(0, perTurn)
      used = through.length
      if (used > 0) arm()
      for (const go of through) go()
    })
  }

  return () => {
    arm()
    if (used < perTurn && waiting.length === 0) {
      used++
      return undefined
    }
    return new Promise((resolve) => waiting.push(resolve))
  }
}
