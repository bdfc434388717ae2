/**
 * The tabs of this browser that have edits in the journal, and whether they still live. By BroadcastChannel, for Web Locks
 * are not there on plain http. Nothing that is saved depends on it: an edit that two tabs send is one edit for Yjs.
 */
type Message = { type: 'who' } | { type: 'here'; tab: string } | { type: 'forget'; userId: number }

/** Milliseconds in which a living tab answers, also one in the background. */
const ANSWER_TIME = 250

const CHANNEL = 'anawim.journal'

function openChannel(): BroadcastChannel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL)
}

/** Answers for a tab until the returned function is called. `onForget`: that person's edits were forgotten, and none may follow. */
export function answerFor(tab: string, onForget: (userId: number) => void): () => void {
  const channel = openChannel()
  if (!channel) return () => {}
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === 'who') channel.postMessage({ type: 'here', tab } satisfies Message)
    if (data.type === 'forget') onForget(data.userId)
  }
  return () => channel.close()
}

/** The tabs that live. Empty where tabs cannot hear each other. */
export async function livingTabs(): Promise<ReadonlySet<string>> {
  const channel = openChannel()
  const tabs = new Set<string>()
  if (!channel) return tabs
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === 'here') tabs.add(data.tab)
  }
  channel.postMessage({ type: 'who' } satisfies Message)
  await new Promise((resolve) => setTimeout(resolve, ANSWER_TIME))
  channel.close()
  return tabs
}

/** Tells every tab that a person's edits were forgotten. */
export function tellForgotten(userId: number): void {
  const channel = openChannel()
  channel?.postMessage({ type: 'forget', userId } satisfies Message)
  channel?.close()
}
