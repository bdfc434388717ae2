/**
 * The floor of a list: Express, a pool, and the statements of one page of lessons, which `BENCH_STATEMENTS` holds as
 * `[{sql, bindings}]`. It asks nobody who they are, and hands on what the database answers.
 */
import express from 'express'
import pg from 'pg'
import { ready } from './ready.mjs'

const statements = JSON.parse(process.env.BENCH_STATEMENTS ?? '[]')
const pool = new pg.Pool({ connectionString: process.env.BENCH_DATABASE, max: 10 })

const app = express()
app.get('/api/lessons', async (_request, response) => {
  const [items, counted] = await Promise.all(statements.map(({ sql, bindings }) => pool.query(sql, bindings)))
  response.json({ items: items.rows, ...counted.rows[0] })
})
const server = app.listen(0, '127.0.0.1', () => ready(server.address().port))
