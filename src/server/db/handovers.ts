import { and, eq, sql } from 'drizzle-orm'
import {
  emptyHandover,
  isHandoverDay,
  isSameWay,
  type CalendarDate,
  type Handover,
  type HandoverDraft,
  type HandoverMove,
  type MoveOfUnits,
  type Round,
} from '../../domain'
import type { User } from '../permit'
import { note } from './audit'
import { ofKey, putDraft } from './drafts'
import type { Db } from './index'
import { tellHeads } from './messages'
import { handovers } from './schema'

const { person, draft, confirmedOn, confirmedFor, version } = handovers
const stored = { person, draft, confirmedOn, confirmedFor, version }
const at = (court: string, round: string, person: string) =>
  ofKey(handovers, { courtId: court, roundId: round, person })

type Stored = Pick<Handover, 'person' | 'draft' | 'confirmedOn' | 'confirmedFor' | 'version'>

/**
 * With the move that it is for. A day that does not fit to the move any more is chosen anew; what was confirmed for
 * another way is open again.
 */
function ofMove({ person, date, from, to }: HandoverMove, found: Stored | undefined): Handover {
  const nothing = { draft: emptyHandover, confirmedOn: null, confirmedFor: null, version: 0 }
  const { draft, confirmedFor, version, ...row } = found ?? nothing
  const isOther = confirmedFor !== null && !isSameWay(confirmedFor, { from, to })
  const day = draft.day !== null && isHandoverDay(draft.day, date) ? draft.day : null
  return {
    ...{ person, date, from, to, draft: { ...draft, day }, version },
    confirmedOn: isOther ? null : row.confirmedOn,
    confirmedFor: isOther ? confirmedFor : null,
  }
}

/** The hand-overs of these moves, in their order; of whom has written nothing yet the empty one of version 0. */
export async function listHandovers(
  db: Db,
  court: string,
  round: string,
  moves: readonly HandoverMove[],
): Promise<Handover[]> {
  const found = await db
    .select(stored)
    .from(handovers)
    .where(and(eq(handovers.courtId, court), eq(handovers.roundId, round)))
  const rows = new Map(found.map((row) => [row.person, row]))
  return moves.map((move) => ofMove(move, rows.get(move.person)))
}

export async function readHandover(db: Db, court: string, round: string, move: HandoverMove): Promise<Handover> {
  const [found] = await db
    .select(stored)
    .from(handovers)
    .where(at(court, round, move.person))
  return ofMove(move, found)
}

/**
 * Saves what a person writes, on the version given; returns the new one, null when it has another by now. What is written
 * anew is not confirmed, also when a plan with the way that it was confirmed for is kept again.
 */
export const saveHandover = (
  db: Db,
  court: string,
  round: string,
  person: string,
  draft: HandoverDraft,
  version: number,
): Promise<number | null> =>
  putDraft(db, handovers, { courtId: court, roundId: round, person }, { draft, confirmedOn: null }, version)

/**
 * Confirms a hand-over on a day, of which the heads that it concerns are told, or opens it again (null); returns it, null
 * when it has another version by now. The words stay out of the log, as they tell of cases and of people.
 */
export async function confirmHandover(
  db: Db,
  court: string,
  round: Pick<Round, 'id' | 'name'>,
  move: MoveOfUnits,
  before: Handover,
  on: CalendarDate | null,
  by: User,
): Promise<Handover | null> {
  const { from, to } = move
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(handovers)
      .set({
        confirmedOn: on,
        confirmedFor: on === null ? null : { from, to },
        version: before.version + 1,
        savedAt: sql`now()`,
      })
      .where(and(at(court, round.id, move.person), eq(version, before.version)))
      .returning(stored)
    if (row === undefined) return null
    const saved = ofMove(move, row)
    if (on !== null) {
      const facts = { round: round.name, id: round.id }
      await tellHeads(tx, court, move.departments, { kind: 'handover-confirmed', facts })
    }
    const marked = ({ confirmedOn }: Handover) => ({ confirmedOn })
    await note(tx, by, {
      action: on === null ? 'handover.reopen' : 'handover.confirm',
      court,
      subject: { kind: 'round', id: round.id, name: round.name },
      people: [move.person],
      changes: [{ list: 'handovers', key: move.person, before: marked(before), after: marked(saved) }],
      why: null,
    })
    return saved
  })
}
