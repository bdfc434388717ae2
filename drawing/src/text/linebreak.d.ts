/** What we use of npm `linebreak`, which comes without types: `#linebreak` in package.json joins the two. */
declare class LineBreaker {
  constructor(text: string)
  /** The next place where a line may end, from left to right; null behind the last. */
  nextBreak(): { position: number; required: boolean } | null
}
export { LineBreaker as default }
