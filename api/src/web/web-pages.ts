import express, { Router, type Response } from 'express'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createCompressedAssets } from './compressed-assets.ts'

const VIEWER_PAGE = 'view.html'
const APP_PAGE = 'index.html'

/** What is never a page, whatever the browser accepts. */
const reserved = /^\/+(api|collab|socket\.io|media|assets)(\/|$)/i

/**
 * The built web app. Files under `assets/` carry a hash in their names and are kept for good; pages are asked for again each
 * time. Every other address that a person opens is a page of the app, a lesson's view that of the viewer.
 */
export function createWebPages(webDist: string): Router {
  const router = Router()
  router.use(
    '/assets',
    createCompressedAssets(join(webDist, 'assets')),
    express.static(join(webDist, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }),
  )
  router.use(express.static(webDist, { index: false, redirect: false, setHeaders: neverStale }))
  router.get(['/lessons/:id/view', '/l'], (_req, res, next) => sendPage(webDist, VIEWER_PAGE, res, next))
  router.get('/*splat', (req, res, next) => {
    if (reserved.test(readable(req.path)) || !req.accepts('html') || isFileLike(req.path)) next()
    else sendPage(webDist, APP_PAGE, res, next)
  })
  router.get('/', (_req, res, next) => sendPage(webDist, APP_PAGE, res, next))
  return router
}

/** `/%61pi` is `/api`. */
function readable(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** `/favicon.png` that is not there is not a page. */
function isFileLike(path: string): boolean {
  return /\.[a-z0-9]{1,8}$/i.test(path)
}

function sendPage(webDist: string, page: string, res: Response, next: () => void): void {
  if (!existsSync(join(webDist, page))) {
    next()
    return
  }
  res.sendFile(page, { root: webDist, cacheControl: false, headers: { 'Cache-Control': 'no-cache' } })
}

function neverStale(res: { setHeader(name: string, value: string): unknown }): void {
  res.setHeader('Cache-Control', 'no-cache')
}
