import type { Client, ClientOptions } from './client.ts'
import { SocketIoClient } from './clients/socket-io-client.ts'
import { TldrawClient } from './clients/tldraw-client.ts'
import { ViewerClient } from './clients/viewer-client.ts'
import { YjsClient } from './clients/yjs-client.ts'

/** A client of the protocol that its door names. */
export function createClient(options: ClientOptions): Client {
  const { door } = options
  if (door.protocol === 'socket.io') return new SocketIoClient(door)
  if (door.protocol === 'viewer') return new ViewerClient(door, options)
  return door.protocol === 'tldraw' ? new TldrawClient(door, options) : new YjsClient(door, options)
}
