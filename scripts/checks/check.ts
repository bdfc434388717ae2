/**
 * What a check is. Each stands in a file of its own here and in the list of `all-checks.ts`; a check looks at the repository as it lies
 * there and changes nothing. What needs a running server or a browser is a test, not a check.
 */
export interface Check {
  /** What it holds, in a few words: the line that a person sees. */
  name: string
  /** Looks at the repository at `root`. Each problem found is one text that says where, why and what to do; none means it holds. */
  run: (root: string) => Promise<string[]>
}
