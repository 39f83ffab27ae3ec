import { effectScope, type EffectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useConsult, type Matter } from '../../../src/app/consult/use-consult'
import { setLanguage } from '../../../src/app/i18n'
import { openRound } from '../../../src/app/rounds/open-round'
import { dismiss, notices } from '../../../src/app/ui/notices'
import { blankRound, presentPlan, writePlan } from '../../../src/domain'
import type { AskMessage, AskRequest } from '../../../src/planner/worker'
import { smallCourt } from '../small-court'

/** A worker that answers when it is told to. */
class Hand {
  onmessage: ((event: { data: AskMessage }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  ended = false
  readonly asked: AskRequest[] = []
  postMessage(request: AskRequest): void {
    this.asked.push(structuredClone(request))
  }
  terminate(): void {
    this.ended = true
  }
  say(data: AskMessage): void {
    this.onmessage?.({ data })
  }
}

const court = smallCourt()
const round = { id: 'r1', name: 'r', date: '2026-01-05', ...blankRound }
const open = openRound(court, round)
const stay = { kind: 'seat', seat: 'bo@office/clerk' } as const
const stopped = { kind: 'answer', answer: { kind: 'stopped' } } as const

let matter: Matter
let hands: Hand[]
let scope: EffectScope
const begin = () =>
  (scope = effectScope()).run(() =>
    useConsult(
      () => matter,
      () => {
        const hand = new Hand()
        hands.push(hand)
        return hand as unknown as Worker
      },
    ),
  )!

beforeEach(async () => {
  await setLanguage('en')
  matter = { open, plan: writePlan(open.problem, presentPlan(open.problem)) }
  hands = []
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
  for (const { id } of notices.value) dismiss(id)
})

describe('questions to the planner on this device', () => {
  it('go to one worker, and what is the same is not written out again', async () => {
    const consult = begin()
    const first = consult.ask(stay)
    expect(consult.asking.value).toEqual(stay)
    hands[0]!.say(stopped)
    expect(await first).toEqual(stopped)
    expect(consult.asking.value).toBeNull()
    matter = { open, plan: { ...matter.plan } }
    const second = consult.ask({ kind: 'worth' })
    hands[0]!.say({ kind: 'all' })
    await second
    expect(hands).toHaveLength(1)
    const [one, two] = hands[0]!.asked
    expect(two!.key).toBe(one!.key)
    expect(one).toMatchObject({ order: { goals: [], slack: {} }, question: stay, plan: { bo: 'bo@office/clerk' } })
  })

  it('get another key when the plan, the round or the court has changed', async () => {
    const consult = begin()
    const keyOf = async (next: Matter) => {
      matter = next
      const asked = consult.ask(stay)
      hands[0]!.say(stopped)
      await asked
      return hands[0]!.asked.at(-1)!.key
    }
    const keys = [
      await keyOf(matter),
      await keyOf({ open, plan: { ...matter.plan, bo: 'bo@team-1/clerk' } }),
      await keyOf({ open: openRound(court, { ...round, slack: { evenness: 100 } }), plan: matter.plan }),
      await keyOf({ open: openRound(smallCourt(), round), plan: matter.plan }),
    ]
    expect(new Set(keys).size).toBe(4)
  })

  it('are given up by ending the worker; the next one starts another', async () => {
    const consult = begin()
    const first = consult.ask(stay)
    consult.cancel()
    expect(await first).toBeNull()
    expect(hands[0]!.ended).toBe(true)
    expect(consult.asking.value).toBeNull()
    const second = consult.ask(stay)
    hands[1]!.say(stopped)
    expect(await second).toEqual(stopped)
    expect(notices.value).toEqual([])
  })

  it('give way to a new one', async () => {
    const consult = begin()
    const first = consult.ask(stay)
    const second = consult.ask({ kind: 'worth' })
    expect(await first).toBeNull()
    expect(consult.asking.value).toEqual({ kind: 'worth' })
    hands[1]!.say({ kind: 'all' })
    expect(await second).toEqual({ kind: 'all' })
  })

  it('say each worth as it comes, and how long it takes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
    const consult = begin()
    const heard: unknown[] = []
    const asked = consult.ask({ kind: 'worth' }, (worth) => heard.push(worth))
    vi.advanceTimersByTime(3000)
    expect(consult.elapsed.value).toBe(3)
    const worth = { of: { kind: 'rule', rule: 'max-moves' }, goals: null } as const
    hands[0]!.say({ kind: 'worth', worth })
    hands[0]!.say({ kind: 'all' })
    expect(await asked).toEqual({ kind: 'all' })
    expect(heard).toEqual([worth])
  })

  it('tell of a failure in a notice', async () => {
    const consult = begin()
    const asked = consult.ask(stay)
    hands[0]!.say({ kind: 'failed', message: 'no memory' })
    expect(await asked).toBeNull()
    expect(notices.value).toMatchObject([{ kind: 'failed' }])
  })

  it('end with the page', async () => {
    const consult = begin()
    const asked = consult.ask(stay)
    scope.stop()
    expect(await asked).toBeNull()
    expect(hands[0]!.ended).toBe(true)
  })
})
