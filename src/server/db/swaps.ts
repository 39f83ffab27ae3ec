import { randomUUID } from 'node:crypto'
import { and, eq, inArray, ne } from 'drizzle-orm'
import { isOpenSwap, type CalendarDate, type MessageSaid, type Round, type Swap } from '../../domain'
import type { Change } from '../audit/entry'
import type { User } from '../permit'
import { note } from './audit'
import type { Db } from './index'
import { tellHr, tellPeople } from './messages'
import { swaps } from './schema'

const { id, person, other, text, state, plan, askedOn, answeredOn, answer, settledOn } = swaps
const stored = { id, person, other, text, state, plan, askedOn, answeredOn, answer, settledOn }
const ofRound = (court: string, round: string) => and(eq(swaps.courtId, court), eq(swaps.roundId, round))
const isOpen = inArray(swaps.state, ['asked', 'agreed'])

type OfRound = Pick<Round, 'id' | 'name'>

/** The swaps of a round, the first asked first. */
export const listSwaps = (db: Db, court: string, round: string): Promise<Swap[]> =>
  db.select(stored).from(swaps).where(ofRound(court, round)).orderBy(swaps.number)

export async function readSwap(db: Db, court: string, round: string, of: string): Promise<Swap | null> {
  const [found] = await db
    .select(stored)
    .from(swaps)
    .where(and(ofRound(court, round), eq(swaps.id, of)))
  return found ?? null
}

/** Days and states; the words themselves are private, and the log holds none. */
const marked = ({ person, other, state, askedOn, answeredOn, settledOn }: Swap) => ({
  ...{ person, other, state, askedOn, answeredOn, settledOn },
})
const noteSwap = (
  tx: Db,
  by: User,
  action: 'swap.ask' | 'swap.answer' | 'swap.settle',
  court: string,
  round: OfRound,
  before: Swap | null,
  after: Swap,
): Promise<unknown> => {
  const change: Change = {
    list: 'swaps',
    key: after.id,
    before: before && marked(before),
    after: { round: round.id, ...marked(after) },
  }
  const subject = { kind: 'round', id: round.id, name: round.name } as const
  return note(tx, by, { action, court, subject, people: [after.person, after.other], changes: [change], why: null })
}

/** Asks somebody to swap; null where the person has asked somebody in this round and that is not settled. */
export async function askSwap(
  db: Db,
  court: string,
  round: OfRound,
  asked: Pick<Swap, 'person' | 'other' | 'text' | 'plan' | 'askedOn'>,
  by: User,
): Promise<Swap | null> {
  return db.transaction(async (tx) => {
    const [saved] = await tx
      .insert(swaps)
      .values({ id: randomUUID(), courtId: court, roundId: round.id, createdBy: by.id, ...asked })
      .onConflictDoNothing()
      .returning(stored)
    if (saved === undefined) return null
    await tellPeople(tx, court, new Map([[saved.other, { kind: 'swap-asked', facts: { round: round.name } }]]))
    await noteSwap(tx, by, 'swap.ask', court, round, null, saved)
    return saved
  })
}

/** Changes a swap that still stands as it was read; null where it does not. */
async function change(tx: Db, court: string, before: Swap, next: Partial<Swap>): Promise<Swap | null> {
  const [saved] = await tx
    .update(swaps)
    .set(next)
    .where(and(eq(swaps.courtId, court), eq(swaps.id, before.id), eq(swaps.state, before.state)))
    .returning(stored)
  return saved ?? null
}

/** The other agrees or declines; null where there is nothing to answer any more. */
export async function answerSwap(
  db: Db,
  court: string,
  round: OfRound,
  before: Swap,
  said: { readonly state: 'agreed' | 'declined'; readonly on: CalendarDate },
  by: User,
): Promise<Swap | null> {
  return db.transaction(async (tx) => {
    const settledOn = said.state === 'declined' ? said.on : null
    const saved = await change(tx, court, before, { state: said.state, answeredOn: said.on, settledOn })
    if (saved === null) return null
    const facts = { round: round.name, state: said.state }
    await tellPeople(tx, court, new Map([[saved.person, { kind: 'swap-answered', facts }]]))
    if (said.state === 'agreed')
      await tellHr(tx, court, { kind: 'swap-agreed', facts: { round: round.name, id: round.id } }, by)
    await noteSwap(tx, by, 'swap.answer', court, round, before, saved)
    return saved
  })
}

type Settled = Extract<MessageSaid, { kind: 'swap-settled' }>['facts']['state']
/** Who takes it back knows that. */
const toldOf = ({ person, other }: Swap, state: Settled, round: OfRound): Map<string, MessageSaid> => {
  const said: MessageSaid = { kind: 'swap-settled', facts: { round: round.name, state } }
  return new Map((state === 'withdrawn' ? [other] : [person, other]).map((each) => [each, said]))
}

/** HR decides, or whoever asked takes it back; null where it was settled meanwhile. */
export async function settleSwap(
  db: Db,
  court: string,
  round: OfRound,
  before: Swap,
  settled: { readonly state: Settled; readonly answer: string | null; readonly on: CalendarDate },
  by: User,
): Promise<Swap | null> {
  return db.transaction(async (tx) => {
    const { state, answer, on } = settled
    const saved = isOpenSwap(before) ? await change(tx, court, before, { state, answer, settledOn: on }) : null
    if (saved === null) return null
    await tellPeople(tx, court, toldOf(saved, state, round))
    await noteSwap(tx, by, 'swap.settle', court, round, before, saved)
    return saved
  })
}

/** Swaps that are open about another version of the plan than this one are void, and the two are told. */
export async function voidSwaps(
  tx: Db,
  court: string,
  round: OfRound,
  version: number,
  on: CalendarDate,
  by: User,
): Promise<void> {
  const gone = await tx
    .select(stored)
    .from(swaps)
    .where(and(ofRound(court, round.id), isOpen, ne(swaps.plan, version)))
    .orderBy(swaps.number)
  for (const before of gone) await settleSwap(tx, court, round, before, { state: 'void', answer: null, on }, by)
}
