import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A mail server that speaks the little of SMTP that a client needs, and keeps what it is given. */
export interface MailCatcher {
  url: string
  /** Whole mails as they came, headers and body. */
  mails: string[]
  /** Says that it has no time just now. */
  isBusy: boolean
  close(): Promise<void>
}

export async function startMailCatcher(): Promise<MailCatcher> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    const say = (line: string) => socket.write(`${line}\r\n`)
    let mail: string | null = null
    let rest = ''
    const hear = (line: string) => {
      if (mail !== null) {
        if (line !== '.') mail += `${line}\n`
        else {
          catcher.mails.push(mail)
          mail = null
          say('250 taken')
        }
      } else if (/^EHLO/i.test(line)) say('250 catcher')
      else if (/^DATA/i.test(line)) {
        mail = ''
        say('354 go on')
      } else if (/^RCPT/i.test(line) && catcher.isBusy) say('451 come later')
      else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      else say('250 yes')
    }
    say('220 catcher')
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString()).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) hear(line)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const catcher: MailCatcher = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails: [],
    isBusy: false,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
  return catcher
}
