/**
 * The floor of durability: group commit and nothing else. Rows arrive at a steady rate and wait in a queue; one connection writes all that
 * wait in one INSERT, then what came meanwhile. Told `{rate, bytes, seconds}`, answers the milliseconds from arrival to commit of each row.
 */
import pg from 'pg'
import { ready } from './ready.mjs'

const client = new pg.Client({ connectionString: process.env.BENCH_DATABASE })
await client.connect()
await client.query(
  'CREATE TABLE rows (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, lesson integer, bytes bytea)',
)

async function run({ rate, bytes, seconds }) {
  const row = Buffer.alloc(bytes, 7)
  const latencies = []
  let queue = []
  let isWriting = false
  const write = async () => {
    isWriting = true
    while (queue.length > 0) {
      const batch = queue
      queue = []
      const values = batch.map((_, place) => `($${place * 2 + 1}, $${place * 2 + 2})`).join(', ')
      await client.query(
        `INSERT INTO rows (lesson, bytes) VALUES ${values} RETURNING id`,
        batch.flatMap(() => [1, row]),
      )
      const now = performance.now()
      for (const arrived of batch) latencies.push(now - arrived)
    }
    isWriting = false
  }
  const start = performance.now()
  let made = 0
  await new Promise((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(((performance.now() - start) / 1000) * rate, rate * seconds)
      for (; made < Math.floor(due); made++) queue.push(performance.now())
      if (queue.length > 0 && !isWriting) void write()
      if (made < Math.floor(rate * seconds)) return
      clearInterval(timer)
      resolve()
    }, 1)
  })
  while (isWriting) await new Promise((resolve) => setTimeout(resolve, 5))
  process.send?.({ type: 'done', latencies })
}

process.on('message', (message) => void run(message))
ready(0)
