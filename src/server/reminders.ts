import { and, eq, sql } from 'drizzle-orm'
import { wishesRemind, type CalendarDate, type MessageSaid, type Round } from '../domain'
import { afterWorkingDays } from '../domain/working-days'
import type { Db } from './db'
import { tellPeople } from './db/messages'
import { listRounds } from './db/rounds'
import { courts, people, preferences, wishStatements } from './db/schema'

type Unsaid = 'draft' | 'nothing'

/** People of a court who have not said their wishes, or said them and not confirmed; wishes that HR recorded are said. */
async function unsaidIn(db: Db, court: string): Promise<Map<string, Unsaid>> {
  const statement = and(eq(wishStatements.courtId, people.courtId), sql`${wishStatements.person} = ${people}.id`)
  const found = await db
    .select({
      person: sql<string>`${people}.id`,
      begun: sql<boolean>`${wishStatements.person} is not null`,
      confirmed: sql<boolean>`coalesce(${wishStatements.draft} = ${wishStatements.confirmed}, false)`,
      recorded: sql<boolean>`exists (select 1 from ${preferences} where ${preferences.courtId} = ${court} and ${preferences}.person = ${people}.id)`,
    })
    .from(people)
    .leftJoin(wishStatements, statement)
    .where(eq(people.courtId, court))
  return new Map(
    found.flatMap(({ person, begun, confirmed, recorded }): [string, Unsaid][] => {
      if (confirmed || (!begun && recorded)) return []
      return [[person, begun ? 'draft' : 'nothing']]
    }),
  )
}

/** Whether the last day for wishes of a round is so near that people are reminded. */
export const isNear = ({ date, wishesUntil }: Pick<Round, 'date' | 'wishesUntil'>, today: CalendarDate): boolean =>
  wishesUntil !== null && date >= today && wishesUntil >= today && wishesUntil <= afterWorkingDays(today, wishesRemind)

/** Reminds those who have not confirmed their wishes that the last day for it comes near; each once for each such day. */
export async function remindOfWishes(db: Db, today: CalendarDate): Promise<void> {
  for (const { id: court } of await db.select({ id: courts.id }).from(courts)) {
    const near = (await listRounds(db, court)).map(({ round }) => round).filter((round) => isNear(round, today))
    if (near.length === 0) continue
    const unsaid = await unsaidIn(db, court)
    for (const { id, name, wishesUntil } of near) {
      const told = [...unsaid].map(([person, said]): [string, MessageSaid] => {
        return [person, { kind: 'wishes-closing', facts: { round: name, until: wishesUntil!, said } }]
      })
      await tellPeople(db, court, new Map(told), `wishes-closing ${id} ${wishesUntil}`)
    }
  }
}
