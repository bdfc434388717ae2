/** Each thing once, with how often it came: `1006 × 23`. Hundreds of lines that say the same bury the one that does not. */
export function counted(things: readonly (string | number)[]): string[] {
  const times = new Map<string | number, number>()
  for (const thing of things) times.set(thing, (times.get(thing) ?? 0) + 1)
  return [...times].map(([thing, count]) => (count > 1 ? `${thing} × ${count}` : String(thing)))
}
