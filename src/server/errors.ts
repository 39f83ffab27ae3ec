import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import { CourtTooLarge } from '../domain'
import { LastAdministrator } from './db/accounts'
import { CasesLeftBehind, VersionsLost } from './db/refusals'
import type { Environment } from './http'

/** Every error that leaves the API: a permanent code, and the facts its text is made of (`errors.<code>`). */
export const errorBody = z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })

/** One thing that is wrong with the input, and where. */
const issue = errorBody.extend({ path: z.array(z.union([z.string(), z.number()])) })
export const invalidBody = errorBody.extend({ issues: z.array(issue) })

/** A refusal with its status; `more` stands beside code and facts, for example the current version of what is stale. */
export class ApiError extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    readonly facts: Record<string, unknown> = {},
    readonly more: Record<string, unknown> = {},
  ) {
    super(code)
  }
}

/** The refusal of a change made on another version than the current one, which goes with it; null for none yet. */
export const staleOn = (given: number, current: { readonly version: number } | null): ApiError =>
  new ApiError(412, 'stale', { given, version: current?.version ?? 0 }, { current })

/** What zod found, as codes and facts: rules of the domain carry their own code, others that of the schema. */
export function invalid(error: z.core.$ZodError): ApiError {
  const issues = error.issues.map(({ path, code, message, ...rest }) => ({
    path,
    code: code === 'custom' ? message : code.replaceAll('_', '-'),
    facts: code === 'custom' ? (('params' in rest ? rest.params : undefined) ?? {}) : { message },
  }))
  return new ApiError(422, 'invalid', { count: issues.length, where: issues[0]?.path.join('.') }, { issues })
}

const answer = (context: Context, { status, code, facts, more }: ApiError): Response =>
  context.json({ code, facts, ...more }, status)

/** The first version that would be lost, and how many there are. */
function versionsLost({ versions }: VersionsLost): ApiError {
  const { id: indicator, version, since } = versions[0]!
  return new ApiError(409, 'versions-lost', { indicator, version, since, count: versions.length })
}

/** Turns whatever was thrown into an answer; what nobody foresaw is logged, and told without its inner details. */
export const onError =
  (log: Logger) =>
  (error: unknown, context: Context): Response => {
    if (error instanceof ApiError) return answer(context, error)
    if (error instanceof CourtTooLarge) return answer(context, new ApiError(422, error.code, error.facts))
    if (error instanceof CasesLeftBehind)
      return answer(context, new ApiError(409, 'cases-left-behind', { court: error.court, count: error.count }))
    if (error instanceof VersionsLost) return answer(context, versionsLost(error))
    if (error instanceof LastAdministrator) return answer(context, new ApiError(409, 'last-administrator'))
    if (error instanceof HTTPException && error.status === 400)
      return answer(context, new ApiError(400, 'unreadable-json'))
    const request = (context as Context<Environment>).get('requestId')
    log.error({ err: error, request, method: context.req.method, path: context.req.path }, 'unforeseen')
    return answer(context, new ApiError(500, 'unforeseen', { request }))
  }
