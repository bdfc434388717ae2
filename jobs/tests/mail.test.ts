import { createLogger, type Database } from '@anawim/db'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createJobs, readJobsConfig } from '../src/index.ts'
import { startMailCatcher, type MailCatcher } from './mail-catcher.ts'
import { openSchool } from './open-school.ts'

let db: Database
let databaseUrl: string
let close: () => Promise<void>
let catcher: MailCatcher

beforeAll(async () => {
  catcher = await startMailCatcher()
  ;({ db, url: databaseUrl, close } = await openSchool())
})
afterAll(async () => {
  await close()
  await catcher.close()
})

const soon = { timeout: 15_000, interval: 100 }
const log = createLogger('jobs-test')

const startJobs = (sends: boolean) => {
  const mail = sends
    ? { smtpUrl: catcher.url, from: 'Anawim <anawim@school.vn>', publicUrl: 'https://anawim.school.vn' }
    : null
  return createJobs({
    db,
    databaseUrl,
    log,
    config: { thumbnailDelaySeconds: 0, pollSeconds: 0.5, versionMinutes: 10, mail },
  })
}

const add = (subject: string) =>
  db.mails.add({ recipient: 'lan@school.vn', subject, body: 'Chào Lan,\n\n%ORIGIN%/reset-password#abc\n' })

test('mails go out, with links to this server, and are forgotten once they are sent', async () => {
  // Without a mail server it is kept as it is; it goes out when there is one.
  const idle = await startJobs(false)
  const early = await add('early')
  await idle.close()
  expect(await db.mails.byId(early)).toMatchObject({ sentAt: null, failure: null })

  const jobs = await startJobs(true)
  try {
    const late = await add('late')
    await vi.waitFor(async () => expect((await db.mails.byId(late))?.sentAt).not.toBeNull(), soon)
    await vi.waitFor(async () => expect((await db.mails.byId(early))?.sentAt).not.toBeNull(), soon)
    expect(catcher.mails).toHaveLength(2)
    const sent = catcher.mails.find((mail) => mail.includes('Subject: late')) ?? ''
    expect(sent).toContain('To: lan@school.vn')
    expect(sent).toContain('From: Anawim <anawim@school.vn>')
    const body = /base64/.test(sent)
      ? Buffer.from(sent.split('\n\n')[1] ?? '', 'base64').toString()
      : sent.replace(/=\n/g, '')
    expect(body).toContain('https://anawim.school.vn/reset-password#abc')
    expect((await db.mails.byId(late))?.body).toBe('')
    expect(await db.mails.unsent(10)).toEqual([])
  } finally {
    await jobs.close()
  }
}, 40_000)

test('one that could not be sent says why, keeps its text and is tried again', async () => {
  catcher.isBusy = true
  const jobs = await startJobs(true)
  try {
    const id = await add('busy')
    await vi.waitFor(async () => expect((await db.mails.byId(id))?.failure).toContain('come later'), soon)
    expect(await db.mails.unsent(10)).toEqual([id])
    catcher.isBusy = false
  } finally {
    await jobs.close()
  }
}, 40_000)

test('a mail server needs a sender and an address for links', () => {
  expect(() => readJobsConfig({ SMTP_URL: 'smtp://mail.school.vn' })).toThrow(/MAIL_FROM.*\n.*PUBLIC_URL/)
  expect(() => readJobsConfig({ SMTP_URL: 'mail.school.vn' })).toThrow(/SMTP_URL/)
  const env = { SMTP_URL: 'smtp://mail.school.vn', MAIL_FROM: 'a@school.vn', PUBLIC_URL: 'https://school.vn/anawim' }
  expect(readJobsConfig(env).mail?.publicUrl).toBe('https://school.vn')
  expect(readJobsConfig({}).mail).toBeNull()
})
