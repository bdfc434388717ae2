/** What of a service worker's global object is used; the types of pages and of workers cannot stand in one program. */
export interface WorkEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

export interface RequestEvent extends WorkEvent {
  request: Request
  respondWith(answer: Promise<Response>): void
}

export interface WorkerScope {
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void
  addEventListener(type: 'activate', listener: (event: WorkEvent) => void): void
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}
