/** Who works on the lesson of one seed: two people with several tabs, and what happens to their tabs. */
import { deleteElements, readElementIds, readPages, updateElements } from '@anawim/lesson/doc'
import * as Y from 'yjs'
import { sync } from '../../src/editors/frame.ts'
import { makeLesson, type People } from '../support/people.ts'
import { connectRaw, syncFrame } from '../support/raw-editor.ts'
import { openFuzzClient, type FuzzClient } from './fuzz-client.ts'
import type { Random } from './seeded-random.ts'
import { ask, type World } from './world.ts'

type Who = 'alice' | 'bob'

export interface Tab {
  who: Who
  client: FuzzClient
}

export interface Cast {
  lessonId: number
  tabs: Tab[]
  clients(): FuzzClient[]
  /** The tab is closed, and one with that document takes its place. */
  replace(tab: Tab, document: Y.Doc): void
  /** One more tab of the same person, which begins with the same journal: the same edits, not yet sent by either. */
  openSecond(tab: Tab): void
  /**
   * Somebody else who knows of it writes under this tab's client id, at the very clock that its next edit will have. False:
   * nobody else knows of it.
   */
  hijack(tab: Tab, random: Random): Promise<boolean>
  /**
   * Who is away, or has just fallen away, can be forged by what another says to bring of theirs: whoever has what they
   * really wrote is told so, keeps a copy, and starts afresh.
   */
  startForgedAfresh(): void
  leave(): void
}

/** Tabs that one lesson has at most. */
const MOST = 7

export async function gatherCast(world: World, people: People, random: Random): Promise<Cast> {
  const lessonId = (await ask(() => makeLesson(world.db, people.alice))).id
  await ask(() => world.db.members.put(lessonId, people.bob.id, 'editor'))
  let opened = 0
  /** Client ids that another said to bring something of. */
  const forged = new Set<number>()

  const tokenOf = (user: People[Who]) => async () =>
    (await world.db.tokens.signCollab({ userId: user.id, lessonId, ver: user.tokenVersion })).token
  const open = (who: Who, document = new Y.Doc()): Tab => ({
    who,
    client: openFuzzClient(world.host, lessonId, tokenOf(people[who]), `${who}${opened++}`, document),
  })
  const tabs = Array.from({ length: 3 + random.below(3) }, (_, index) => open(index % 2 ? 'bob' : 'alice'))

  return {
    lessonId,
    tabs,
    clients: () => tabs.map(({ client }) => client),
    replace(tab, document) {
      tab.client.leave()
      tab.client = open(tab.who, document).client
    },
    openSecond(tab) {
      if (tabs.length < MOST) tabs.push(open(tab.who, copyOf(tab.client.document)))
    },
    async hijack(tab, random) {
      const { clientID } = tab.client.document
      if (!tabs.some(({ who, client }) => who !== tab.who && client.knows(clientID))) return false
      const type = 1 + random.below(2)
      if (type === sync.step2) forged.add(clientID)
      const copy = copyOf(tab.client.document)
      copy.clientID = clientID
      const updates: Uint8Array[] = []
      copy.on('update', (update: Uint8Array) => updates.push(update))
      copy.getMap('meta').set('note', `forged ${random.below(1_000)}`)
      const raw = await connectRaw(world).catch(() => null)
      const thief = people[tab.who === 'alice' ? 'bob' : 'alice']
      await raw?.logIn(String(lessonId), await tokenOf(thief)()).catch(() => {})
      for (const update of updates) raw?.socket.send(syncFrame(String(lessonId), type, update))
      setTimeout(() => raw?.socket.terminate(), 300)
      return true
    },
    startForgedAfresh() {
      for (const tab of tabs) {
        const { document, isContradicted } = tab.client
        if (!isContradicted() || ![...forged].some((id) => Y.getState(document.store, id) > 0)) continue
        tab.client.leave()
        tab.client = open(tab.who).client
      }
    },
    leave() {
      for (const { client } of tabs) client.leave()
    },
  }
}

/** As a journal keeps it: all that this tab has, under a client id that is not its own. */
export function copyOf(document: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(document))
  return copy
}

/** Of two tabs one changes an element while the other deletes it. */
export function collide(one: FuzzClient, other: FuzzClient, random: Random): string {
  const page = readPages(one.document)[0]
  const id = random.pick(page ? readElementIds(one.document, page.id) : [])
  if (id === undefined) return 'nothing to collide on'
  deleteElements(one.document, [id])
  updateElements(other.document, [id], { opacity: random.below(100) / 100 })
  return `${one.name} deletes ${id} while ${other.name} changes it`
}
