/** What a server that has just begun is told, so that tests and benchmarks can work with it. */
export const administrator = { username: 'admin', name: 'Ada Admin', password: 'correct horse battery' }
export const hr = { username: 'hr.office', name: 'Hana', password: 'another horse battery' }

const cookiesIn = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Signs in; the cookie of the session. Throws what the server says where it refuses. */
export async function signIn(origin: string, { username, password }: { username: string; password: string }) {
  const answer = await send(origin, 'POST', '/session', { username, password })
  return cookiesIn(answer)
}

export async function send(
  origin: string,
  method: string,
  path: string,
  body?: unknown,
  cookie = '',
): Promise<Response> {
  const answer = await fetch(`${origin}/api${path}`, {
    method,
    headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

type Facts = { username: string; name: string; password: string; role: string } & Record<string, unknown>

/** Makes an account as an administrator does, and sets its own password as its owner does; the cookie of its session. */
export async function makeAccount(origin: string, cookie: string, { password, ...facts }: Facts): Promise<string> {
  const made = (await (await send(origin, 'POST', '/accounts', facts, cookie)).json()) as { password: string }
  const own = await signIn(origin, { username: facts.username, password: made.password })
  await send(origin, 'PUT', '/session/password', { current: made.password, next: password }, own)
  return own
}

/** The first start of a server: the administrator is made; the cookie of its session. */
export const firstStart = async (origin: string): Promise<string> =>
  cookiesIn(await send(origin, 'POST', '/first-start', administrator))

/** A server without accounts gets an administrator and somebody of HR; the cookie of a session of HR. */
export const signInAsHr = async (origin: string): Promise<string> =>
  makeAccount(origin, await firstStart(origin), { ...hr, role: 'hr' })
