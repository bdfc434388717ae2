/**
 * Stock Hocuspocus as its manual mounts it. Nothing is persisted, unless `BENCH_STORE`: then the whole document is encoded at every
 * store, as its database extension does.
 */
import { Server } from '@hocuspocus/server'
import * as Y from 'yjs'
import { ready, state } from './ready.mjs'

const initial = state()
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  // Simulated people who only look say nothing for longer than a real provider does.
  timeout: 2 ** 31 - 1,
  ...(process.env.BENCH_STORE && { debounce: 200, maxDebounce: 1_000 }),
  async onLoadDocument({ document }) {
    if (initial) Y.applyUpdate(document, initial)
  },
  ...(process.env.BENCH_STORE && {
    async onStoreDocument({ document }) {
      Y.encodeStateAsUpdate(document)
    },
  }),
})
await server.listen()
ready(server.address.port)
