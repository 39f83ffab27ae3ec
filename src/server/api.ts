import { requestId } from 'hono/request-id'
import { accountRoutes } from './accounts'
import { auditRoutes } from './audit'
import { sizeLimit, storableText } from './body'
import { caseRoutes } from './cases'
import { courtRoutes } from './courts'
import { ApiError, onError } from './errors'
import { handoverRoutes } from './handovers'
import { healthRoutes } from './health'
import { resource } from './http'
import { importRoutes } from './imports'
import { messageRoutes } from './messages'
import { signedIn } from './permit'
import { mattersOf } from './matter'
import { objectionRoutes } from './objections'
import { planRoutes } from './plans'
import { questionRoutes } from './questions'
import { retentionRoutes } from './retention'
import { reviewRoutes } from './reviews'
import { roundRoutes } from './rounds'
import { runRoutes } from './runs'
import { sameOrigin } from './security'
import { sessionRoutes, whoAsks } from './session'
import type { Services } from './services'
import { swapRoutes } from './swaps'
import { wishRoutes } from './wishes'

/** The API as one fetch handler. */
export function createApi(services: Services) {
  const { log } = services
  const matters = mattersOf(services)
  const api = resource().basePath('/api')
  api.onError(onError(log))
  api.notFound((context) => {
    throw new ApiError(404, 'no-such-address', { path: context.req.path })
  })
  api.use(requestId())
  api.use(async (context, next) => {
    const began = performance.now()
    await next()
    const { method, path } = context.req
    const ms = Math.round(performance.now() - began)
    log.debug({ request: context.get('requestId'), method, path, status: context.res.status, ms }, 'answered')
  })
  // Who may not ask is told so before anything of the request is read.
  api.use(sameOrigin, whoAsks(services), sizeLimit, storableText)
  api.get('/openapi.json', (context, next) => {
    signedIn(context)
    return next()
  })
  api.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Frontline', version: '1' } })
  return api
    .route('/', healthRoutes(services))
    .route('/', sessionRoutes(services))
    .route('/', accountRoutes(services))
    .route('/', messageRoutes(services))
    .route('/', courtRoutes(services))
    .route('/', roundRoutes(services))
    .route('/', planRoutes(services))
    .route('/', runRoutes(services))
    .route('/', importRoutes(services))
    .route('/', caseRoutes(services))
    .route('/', wishRoutes(services))
    .route('/', objectionRoutes(services))
    .route('/', swapRoutes(services, matters))
    .route('/', handoverRoutes(services))
    .route('/', questionRoutes(matters))
    .route('/', retentionRoutes(services))
    .route('/', reviewRoutes(services))
    .route('/', auditRoutes(services))
}

/** What the app's client is typed by. */
export type Api = ReturnType<typeof createApi>
