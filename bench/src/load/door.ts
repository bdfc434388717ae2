/** Where and how a client comes into a lesson: what a load generator is told of a server. */

/** Protocols of editors; `relay` carries Hocuspocus' frames and answers nothing. */
export type EditorProtocol = 'hocuspocus' | 'y-websocket' | 'tldraw' | 'relay'

export interface EditorDoor {
  protocol: EditorProtocol
  /** The WebSocket's address. */
  url: string
  /** The lesson's name in that protocol. */
  name: string
  /** A token, or what else the server wants to hear first. */
  token: string
  /** Where the last snapshot is fetched before the socket opens, and with which token; ours alone. */
  snapshot?: { url: string; token: string }
}

/** Our viewers' socket. */
export interface ViewerDoor {
  protocol: 'viewer'
  /** `http://host:port` */
  url: string
  lessonId: number
  token: string
}

/** A stock Socket.IO server. */
export interface SocketIoDoor {
  protocol: 'socket.io'
  url: string
}

export type Door = EditorDoor | ViewerDoor | SocketIoDoor
