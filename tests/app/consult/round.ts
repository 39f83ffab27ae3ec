import type { VueWrapper } from '@vue/test-utils'
import { vi } from 'vitest'
import { workerKey } from '@/app/forecast/use-answer'
import type { Language } from '@/app/i18n'
import { defineProblem, problemOf, round as roundSchema, type Court, type PlanData, type Proposal } from '@/domain'
import { propose } from '@/planner/propose'
import { orderOf } from '@/rules'
import { inlineWorker } from '../forecast/inline-worker'
import { openPage } from '../page'
import { smallCourt } from '../small-court'
import { ThreadWorker } from './thread'

/** A round of the small court: somebody goes from the office to a team. */
export const round = roundSchema.parse({ id: 'r1', name: 'Round 1', date: '2026-03-02' })

/** The proposal for a round of a court. */
export async function proposalFor(court: Court, of = round): Promise<Proposal> {
  const outcome = await propose(defineProblem(problemOf(court, of)), orderOf(of))
  if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
  return outcome
}

/** Opens a page of the round with the plan saved as it was once proposed, the planner in a thread of its own. */
export async function openRoundPage(
  address: string,
  {
    court = smallCourt(),
    of = round,
    proposedIn = of,
    language = 'en',
    plan,
    status = 'kept',
    more = {},
  }: {
    court?: Court
    of?: typeof round
    proposedIn?: typeof round
    language?: Language
    plan?: PlanData
    status?: 'kept' | 'draft'
    more?: Readonly<Record<string, unknown>>
  } = {},
): Promise<{ page: VueWrapper; proposal: Proposal }> {
  vi.stubGlobal('Worker', ThreadWorker)
  const proposal = await proposalFor(court, proposedIn)
  const stored = {
    plan: plan ?? proposal.plan,
    status,
    origin: plan === undefined ? 'proposal' : 'hand',
    proposal,
    version: 1,
    savedAt: '2026-02-01T00:00:00Z',
  }
  const page = await openPage(court, address, language, {
    more: {
      ...more,
      '/rounds': [{ round: of, version: 1, kept: status === 'kept' }],
      '/rounds/r1': { round: of, version: 1 },
      '/plan': stored,
      '/runs/latest': null,
    },
    provide: { [workerKey as symbol]: inlineWorker().speaker },
  })
  await vi.dynamicImportSettled()
  return { page, proposal }
}

/** What the dialog in front says, in one line. */
export const dialogSays = (): string =>
  [...document.body.querySelectorAll('[role=dialog]')].at(-1)?.textContent?.replace(/\s+/g, ' ').trim() ?? ''

/** Presses the button in the page or a dialog that is called so. */
export function press(name: string | RegExp): void {
  const named = (button: Element): boolean => {
    const text = button.getAttribute('aria-label') ?? button.textContent?.trim() ?? ''
    return typeof name === 'string' ? text === name : name.test(text)
  }
  const button = [...document.body.querySelectorAll<HTMLElement>('button, summary')].find(named)
  if (button === undefined) throw new Error(`There is no button ${String(name)}.`)
  button.click()
}
