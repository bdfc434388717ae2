import compression from 'compression'
import cookieParser from 'cookie-parser'
import express from 'express'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createAuthHandlers } from './auth/auth-handlers.ts'
import { createClassHandlers } from './classes/class-handlers.ts'
import { createClassShareHandlers } from './classes/class-share-handlers.ts'
import { createRecoveryHandlers } from './auth/recovery-handlers.ts'
import { createInvitationHandlers } from './invitations/invitation-handlers.ts'
import { createRateLimits } from './limits/rate-limits.ts'
import type { ApiDeps } from './deps.ts'
import { answerErrors } from './http/answer-errors.ts'
import { notFound } from './http/api-error.ts'
import { createAuthenticate } from './http/authenticate.ts'
import { createCrossOrigin } from './http/cross-origin.ts'
import { createReadJson } from './http/json-body.ts'
import { mount } from './http/mount.ts'
import { createRequestLog } from './http/request-log.ts'
import { securityHeaders } from './http/security-headers.ts'
import { createFolderHandlers } from './folders/folder-handlers.ts'
import { createLessonHandlers } from './lessons/lesson-handlers.ts'
import { createLiveCache } from './lessons/live-cache.ts'
import { createQuickLive } from './lessons/quick-live.ts'
import { createLinkHandlers } from './links/link-handlers.ts'
import { createMailHandlers } from './mail/mail-handlers.ts'
import { createMediaKeeper } from './media/keep-file.ts'
import { createMediaHandlers } from './media/media-handlers.ts'
import { createResumableUploads } from './media/uploads/resumable-uploads.ts'
import { createUploadHandlers } from './media/uploads/upload-handlers.ts'
import { createMemberHandlers } from './members/member-handlers.ts'
import { createHttpMetrics } from './operations/http-metrics.ts'
import { createOperationHandlers } from './operations/operation-handlers.ts'
import { createPeopleHandlers } from './people/people-handlers.ts'
import { createOidcHandlers } from './oidc/oidc-handlers.ts'
import { createProfileHandlers } from './profile/profile-handlers.ts'
import { createTemplateHandlers } from './templates/template-handlers.ts'
import { createCanvasThread } from './threads/canvas-thread.ts'
import { createLiveThread } from './threads/live-thread.ts'
import { createUserHandlers } from './users/user-handlers.ts'
import { createVersionHandlers } from './versions/version-handlers.ts'
import { createWebPages } from './web/web-pages.ts'

export interface Api {
  /** For `http.createServer`, and for the events `request` of a server that others share. */
  handler: (req: IncomingMessage, res: ServerResponse) => void
  close(): Promise<void>
}

/** The HTTP side of Anawim: everything is composed here, and nothing else happens here. */
export async function createApi(deps: ApiDeps): Promise<Api> {
  const { config, db, log } = deps
  const metrics = createHttpMetrics(deps.figures)
  const canvases = createCanvasThread()
  const liveThread = createLiveThread()
  const live = createLiveCache(db.lessons, liveThread, config.liveCacheBytes)
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('trust proxy', config.trustProxy)

  app.use(createRequestLog(log), metrics.measure, securityHeaders, createCrossOrigin(config.allowedOrigins))
  app.use(compression(), cookieParser())
  const limits = createRateLimits(config)
  const keeper = createMediaKeeper(deps)
  const uploads = createResumableUploads(deps, keeper)
  const handlers = {
    ...createAuthHandlers(deps, limits),
    ...createRecoveryHandlers(deps, limits),
    ...createOidcHandlers(deps),
    ...createProfileHandlers(deps, limits),
    ...createInvitationHandlers(deps),
    ...createMailHandlers(deps),
    ...createLessonHandlers(deps, live, canvases),
    ...createFolderHandlers(deps),
    ...createMemberHandlers(deps),
    ...createClassShareHandlers(deps),
    ...createLinkHandlers(deps, limits),
    ...createPeopleHandlers(deps),
    ...createClassHandlers(deps, limits),
    ...createVersionHandlers(deps, canvases),
    ...createTemplateHandlers(deps, canvases),
    ...createMediaHandlers(deps, keeper),
    ...createUploadHandlers(deps, keeper, uploads),
    ...createUserHandlers(deps),
    ...createOperationHandlers(deps, metrics),
  }
  mount(app, handlers, {
    db,
    authenticate: createAuthenticate(db),
    readJson: createReadJson(config.jsonLimitBytes),
    limits,
  })
  app.use(createWebPages(config.webDist))
  app.use(() => {
    throw notFound()
  })
  app.use(answerErrors)

  const quickly = createQuickLive(deps, live, metrics)
  return {
    handler: (req, res) => {
      if (!quickly(req, res, app)) app(req, res)
    },
    async close() {
      uploads.close()
      await Promise.all([canvases.close(), liveThread.close()])
    },
  }
}
