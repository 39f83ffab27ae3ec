import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { id, type Account } from '../domain'
import { ApiError, errorBody, invalid, invalidBody } from './errors'

export interface Environment {
  Variables: {
    requestId: string
    /** Who asks; undefined where nobody is signed in. */
    account: Account | undefined
    /** Id of the session. */
    session: string | undefined
    /** The route asked whether it may answer. */
    asked: boolean | undefined
  }
}

/** A resource's routes; input that does not fit its schema is refused in one way everywhere. */
export const resource = () =>
  new OpenAPIHono<Environment>({
    defaultHook: (result) => {
      if (result.success) return
      if (result.target === 'header') throw new ApiError(428, 'version-missing')
      throw invalid(result.error)
    },
  })

/** A JSON body, of a request or of an answer. */
export const json = <T extends z.ZodType>(schema: T, description = 'As asked') => ({
  content: { 'application/json': { schema } },
  description,
})
export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  body: { content: { 'application/json': { schema } }, required: true },
})

export const ofCourt = z.object({ court: id })
export const ofRound = z.object({ court: id, round: id })
/** The version that a change was made on, `"3"`, as the ETag gave it. */
export const onVersion = z.object({ 'if-match': z.string().regex(/^(W\/)?"\d+"$/) })
export const versionIn = (header: { 'if-match': string }): number => Number(header['if-match'].replaceAll(/\D/g, ''))
export const versionOf = z.object({ version: z.int() })

/** Refusals, as the routes document them. */
export const notFound = { 404: json(errorBody, 'There is no such thing') }
export const conflict = { 409: json(errorBody, 'It cannot be done as things stand') }
export const unfit = { 422: json(invalidBody, 'The input is not right; the paths tell where') }
export const stale = <T extends z.ZodType>(current: T) => ({
  412: json(errorBody.extend({ current }), 'It was changed meanwhile; the current version stands beside'),
  428: json(errorBody, 'The version that the change was made on is missing'),
})

/** Answers with the version as ETag too, so that the next change can name it. */
export const tagged = (context: Context, version: number): void => context.header('ETag', `"${version}"`)

export function found<T>(thing: T | null, code: string, facts: Record<string, unknown>): T {
  if (thing === null) throw new ApiError(404, code, facts)
  return thing
}
