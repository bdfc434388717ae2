/** An operation that would make the lesson larger than it may be. Nothing was written. */
export class LessonLimitError extends Error {
  override name = 'LessonLimitError'
  /** Which entry of `limits`. */
  readonly limit: 'pages' | 'elementsPerPage'

  constructor(limit: 'pages' | 'elementsPerPage') {
    super(`a lesson cannot hold so many (${limit})`)
    this.limit = limit
  }
}
