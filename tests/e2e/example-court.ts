import { expect } from '@playwright/test'
import { blankRound, type Proposal, type Round } from '../../src/domain'
import { administrator, send, signIn } from '../tools/sign-in'

/** Of every account of the example court. */
export const password = 'example-court-2021'

const json = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T

/** The example court with its accounts; the cookie of a session of its HR. */
export async function openExample(origin: string): Promise<string> {
  const admin = await signIn(origin, administrator)
  await send(origin, 'POST', '/courts', { source: 'example' }, admin)
  await send(origin, 'POST', '/courts/example/example-accounts', undefined, admin)
  return signIn(origin, { username: 'example-hr', password })
}

/** A round of the example court whose plan, as proposed, is stored. */
export async function storedRound(
  origin: string,
  hr: string,
  status: 'draft' | 'kept',
): Promise<{ round: Round; proposal: Proposal }> {
  const rounds = '/courts/example/rounds'
  const asked = { ...blankRound, name: 'Round', date: '2022-01-04' }
  const { round } = await json<{ round: Round }>(send(origin, 'POST', rounds, asked, hr))
  const { id } = await json<{ id: string }>(send(origin, 'POST', `${rounds}/${round.id}/runs`, {}, hr))
  let outcome: Proposal | null = null
  await expect
    .poll(
      async () => {
        const run = await json<{ state: string; outcome: Proposal | null }>(
          send(origin, 'GET', `/runs/${id}`, undefined, hr),
        )
        outcome = run.outcome
        return run.state
      },
      { timeout: 120_000 },
    )
    .toBe('done')
  const proposal = outcome as unknown as Proposal
  const answer = await fetch(`${origin}/api${rounds}/${round.id}/plan`, {
    method: 'PUT',
    headers: { cookie: hr, 'content-type': 'application/json', 'if-match': '"0"' },
    body: JSON.stringify({ plan: proposal.plan, status, origin: 'proposal', proposal }),
  })
  expect(answer.status).toBe(200)
  return { round, proposal }
}

/** Leaves no court and none of its accounts behind. */
export async function closeExample(origin: string): Promise<void> {
  const admin = await signIn(origin, administrator)
  await send(origin, 'DELETE', '/example-accounts', undefined, admin)
  await send(origin, 'DELETE', '/courts/example', undefined, admin)
}
