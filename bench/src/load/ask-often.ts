import { Agent, get } from 'node:http'

/** Requests that are on their way at one moment. */
const AT_ONCE = 16

/** Asks for that address as often as it is answered; gives the answers a second. Throws when one is not 200. */
export async function askOften(url: string, seconds: number, headers: Record<string, string> = {}): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  const startedAt = performance.now()
  const end = startedAt + seconds * 1000
  let answers = 0
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      get(url, { agent, headers }, (response) => {
        response.resume()
        response.once('end', () => {
          if (response.statusCode === 200) resolve()
          else reject(new Error(`${url} answered ${response.statusCode}`))
        })
      }).once('error', reject)
    })
  const keepAsking = async () => {
    for (; performance.now() < end; answers++) await ask()
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, keepAsking))
    return answers / ((performance.now() - startedAt) / 1000)
  } finally {
    agent.destroy()
  }
}
