import type { Page } from 'playwright-core'

/** Everything that a page asked for: who serves schools without internet must see no other host in it. */
export interface NetworkLog {
  urls(): string[]
  /** Requests to any host but that of `url`; what never leaves the browser (blob:, data:) does not count. */
  foreignTo(url: string): string[]
}

export function recordNetwork(page: Page): NetworkLog {
  const urls: string[] = []
  page.on('request', (request) => urls.push(request.url()))
  page.on('websocket', (socket) => urls.push(socket.url()))
  return {
    urls: () => urls,
    foreignTo: (url) => {
      const { host } = new URL(url)
      return urls.filter((asked) => /^(https?|wss?):/.test(asked) && new URL(asked).host !== host)
    },
  }
}
