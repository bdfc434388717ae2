/** The commands whose keys are left to the browser's own events, before their code has come and after. */
export const clipboardIds: ReadonlySet<string> = new Set(['copy', 'cut', 'paste'])
