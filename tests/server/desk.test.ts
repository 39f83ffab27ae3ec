import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterEach, describe, expect, inject, it, vi } from 'vitest'
import { defineProblem, presentPlan, problemOf, writePlan, type Court, type Round } from '../../src/domain'
import { exampleCourt } from '../../src/example'
import type { AskRequest, Question } from '../../src/planner/worker'
import { createApi } from '../../src/server/api'
import { openDesk, type Desk } from '../../src/server/desk'
import { useWorkersIn } from '../../src/server/worker-files'
import { askOf, ifMatch, inHr, openDatabase, servicesOn } from './engines'
import { cookieOf } from './sign-in'
import { roundOn, smallCourt } from './small-court'

function about(court: Court): (question: Question) => AskRequest {
  const data = problemOf(court, { ...roundOn(), id: 'r' })
  const problem = defineProblem(data)
  const plan = writePlan(problem, presentPlan(problem))
  return (question) => ({ kind: 'ask', key: court.id, order: {}, data, plan, question })
}
const small = about(smallCourt())
const seat = (id: string): AskRequest => small({ kind: 'seat', seat: id })
const [annThere, boThere, annHere] = ['ann@team/assistant', 'bo@team/clerk', 'ann@office/assistant'] as const
/** The first question has the thread begin, and this one has it open a court that is not small: others wait for it. */
const slow = about(exampleCourt())({ kind: 'reasons' })

/** And this one takes seconds. */
const slowest = about(exampleCourt())({
  kind: 'places',
  person: slow.data.people[0]!.id,
  later: Array.from({ length: 100 }, () => slow.data),
})

const desks: Desk[] = []
function open(given: Parameters<typeof openDesk>[0] = {}): Desk {
  useWorkersIn(inject('bundle'))
  const desk = openDesk(given)
  desks.push(desk)
  return desk
}
afterEach(() => Promise.all(desks.splice(0).map((desk) => desk.close())))

/** Notes the kinds of answers as they come. */
function answeredInOrder() {
  const kinds: (string | undefined)[] = []
  return Object.assign(async (answer: ReturnType<Desk['ask']>) => void kinds.push((await answer)?.kind), { kinds })
}

const busy = { status: 503, code: 'desk-busy' }

describe('the desk', () => {
  it('answers one question after the other, also of one account', async () => {
    const desk = open()
    const told: string[] = []
    await Promise.all(
      [annThere, boThere, annHere].map(async (each) => {
        expect(await desk.ask('a', seat(each))).toMatchObject({ kind: 'answer' })
        told.push(each)
      }),
    )
    expect(told).toEqual([annThere, boThere, annHere])
  })

  it('gives all who ask the same one answer, while it runs and while it waits', async () => {
    const desk = open()
    const later = [about(smallCourt())({ kind: 'reasons' }).data]
    const places = (): AskRequest => small({ kind: 'places', person: 'ann', later })
    const [runs, waits, other] = [seat(annThere), places(), { ...seat(annThere), key: 'another version' }]
    const answers = await Promise.all([
      desk.ask('a', runs),
      desk.ask('a', waits),
      desk.ask('a', other),
      desk.ask('a', seat(annThere)),
      desk.ask('b', places()),
    ])
    expect(answers.map((each) => each?.kind)).toEqual(['answer', 'places', 'answer', 'answer', 'places'])
    expect(answers[3]).toBe(answers[0])
    expect(answers[4]).toBe(answers[1])
    expect(answers[2]).not.toBe(answers[0])
  })

  it('gives up what takes too long, and goes on with the next', async () => {
    const desk = open({ patience: 1 })
    expect(await Promise.all([desk.ask('a', seat(annThere)), desk.ask('b', seat(annThere))])).toEqual([null, null])
    const patient = open()
    expect(await patient.ask('a', seat('nowhere'))).toMatchObject({ kind: 'failed' })
    expect(await patient.ask('a', seat(annThere))).toMatchObject({ kind: 'answer' })
  })

  it('lets only so many wait, and so many of one account; who asks what others ask waits with them', async () => {
    const desk = open({ mostWaiting: 2, mostWaitingOfOne: 1 })
    const first = desk.ask('a', slow)
    const waiting = desk.ask('a', seat(annThere))
    await expect(desk.ask('a', seat(boThere))).rejects.toMatchObject(busy)
    const others = [desk.ask('b', seat(boThere)), desk.ask('a', seat(boThere)), desk.ask('c', seat(annThere))]
    await expect(desk.ask('c', seat(annHere))).rejects.toMatchObject(busy)
    const kinds = (await Promise.all([first, waiting, ...others])).map((each) => each?.kind)
    expect(kinds).toEqual(['reasons', 'answer', 'answer', 'answer', 'answer'])
  })

  it('does not ask what everybody gave up, and tells the others', async () => {
    const desk = open({ mostWaiting: 1 })
    const [one, other] = [new AbortController(), new AbortController()]
    const first = desk.ask('a', slow)
    const waiting = [desk.ask('b', seat(annThere), one.signal), desk.ask('c', seat(annThere), other.signal)]
    one.abort()
    expect(await waiting[0]).toBeNull()
    // The other still waits for it.
    await expect(desk.ask('d', seat(boThere))).rejects.toMatchObject(busy)
    other.abort()
    expect(await waiting[1]).toBeNull()
    const next = desk.ask('d', seat(boThere))
    expect(await desk.ask('d', seat(annHere), AbortSignal.abort())).toBeNull()
    expect((await Promise.all([first, next])).map((each) => each?.kind)).toEqual(['reasons', 'answer'])
  })

  it('ends what has run for nobody for a while', async () => {
    const desk = open({ alone: 1 })
    const gone = new AbortController()
    const answered = answeredInOrder()
    const first = answered(desk.ask('a', slow, gone.signal))
    const waiting = answered(desk.ask('a', seat(annThere)))
    gone.abort()
    await new Promise((resolve) => setTimeout(resolve, 20))
    // Asked once more, it stands behind the other: it does not run any longer.
    await Promise.all([first, waiting, answered(desk.ask('a', slow))])
    expect(answered.kinds).toEqual([undefined, 'answer', 'reasons'])
  })

  it('lets run on what is asked again at once', async () => {
    const desk = open({ alone: 200 })
    const gone = new AbortController()
    const answered = answeredInOrder()
    const first = answered(desk.ask('a', slow, gone.signal))
    const waiting = answered(desk.ask('a', seat(annThere)))
    gone.abort()
    await Promise.all([first, waiting, answered(desk.ask('a', slow))])
    expect(answered.kinds).toEqual([undefined, 'reasons', 'answer'])
  })

  it('hears that a browser gave up', async () => {
    const services = await servicesOn(await openDatabase('embedded'), 'silent')
    const hana = askOf(await inHr(services))
    await hana('POST', '/courts', { source: 'file', court: smallCourt() })
    const { id } = (await hana<{ round: Round }>('POST', '/courts/small/rounds', roundOn())).body.round
    await hana(
      'PUT',
      `/courts/small/rounds/${id}/plan`,
      { plan: small({ kind: 'reasons' }).plan, status: 'draft', origin: 'hand' },
      ifMatch(0),
    )
    const desk = open({ mostWaiting: 1 })
    const isFull = (): Promise<boolean> => {
      const probe = new AbortController()
      const asked = desk.ask('probe', seat(boThere), probe.signal)
      probe.abort()
      return asked.then(
        () => false,
        () => true,
      )
    }
    const server = serve({ fetch: createApi({ ...services, desk }).fetch, port: 0, hostname: '127.0.0.1' })
    try {
      await new Promise((resolve) => server.once('listening', resolve))
      const { port } = server.address() as AddressInfo
      const cookie = await cookieOf(services.database.db, { role: 'hr' })
      void desk.ask('a', slowest)
      const gone = new AbortController()
      const asked = fetch(`http://127.0.0.1:${port}/api/courts/small/rounds/${id}/questions`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ person: 'ann', seat: annThere }),
        signal: gone.signal,
      })
      await vi.waitFor(async () => expect(await isFull()).toBe(true), 5000)
      gone.abort()
      await expect(asked).rejects.toThrow('abort')
      await vi.waitFor(async () => expect(await isFull()).toBe(false), 5000)
    } finally {
      server.close()
      await services.imports.close()
      await services.jobs.close()
      await services.desk.close()
      await services.database.close()
    }
  })
})
