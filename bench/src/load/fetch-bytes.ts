import { get, type IncomingHttpHeaders } from 'node:http'

/** Downloads as a browser does: the body as it comes, still packed. Rejects with any other status than 200. */
export function fetchBytes(
  url: string,
  token: string,
  encoding: string,
): Promise<{ body: Buffer; headers: IncomingHttpHeaders }> {
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': encoding }
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (chunk: Buffer) => parts.push(chunk))
      response.on('end', () => {
        if (response.statusCode !== 200) reject(new Error(`${url} answers ${response.statusCode}`))
        else resolve({ body: Buffer.concat(parts), headers: response.headers })
      })
    }).on('error', reject)
  })
}
