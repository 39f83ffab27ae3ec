import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { CaseDay, CaseRecord, CaseStock } from '../../domain'
import type { CaseFilter, CaseSpan } from '../cases'
import { rowSqlOf } from './lists'
import type { Db } from './index'
import { cases } from './schema'

const among = (column: SQL, values: readonly string[] | undefined): SQL[] =>
  values === undefined || values.length === 0
    ? []
    : [
        sql`${column} in (${sql.join(
          values.map((value) => sql`${value}`),
          sql`, `,
        )})`,
      ]
const ofSeries = ({ team, caseType }: Pick<CaseFilter, 'team' | 'caseType'>): SQL[] => [
  ...among(sql`team`, team),
  ...among(sql`case_type`, caseType),
]

/** A page of the case list in the order of filing, and how many cases there are. */
export async function casePage(
  db: Db,
  court: string,
  asked: CaseFilter,
): Promise<{ count: number; cases: CaseRecord[] }> {
  const { filedFrom, filedUntil, closedFrom, closedUntil, pendingOn, outcome, page, size } = asked
  const when = (given: string | undefined, is: (date: string) => SQL): SQL[] => (given === undefined ? [] : [is(given)])
  const where = and(
    eq(cases.courtId, court),
    ...ofSeries(asked),
    ...among(sql`outcome`, outcome),
    ...when(filedFrom, (date) => sql`filed >= ${date}`),
    ...when(filedUntil, (date) => sql`filed <= ${date}`),
    ...when(closedFrom, (date) => sql`closed >= ${date}`),
    ...when(closedUntil, (date) => sql`closed <= ${date}`),
    ...when(pendingOn, (date) => sql`filed <= ${date} and (closed is null or closed > ${date})`),
  )
  const [total] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(cases)
    .where(where)
  const [found] = await db
    .select({
      cases: sql<CaseRecord[]>`coalesce(json_agg(${rowSqlOf('cases').json} order by filed, position), '[]')`,
    })
    .from(
      sql`(select * from ${cases} where ${where} order by filed, position limit ${size} offset ${(page - 1) * size}) as page`,
    )
  return { count: total!.count, cases: found!.cases }
}

/** The same as `countDays` of the domain, counted by the database. */
export async function caseDays(
  db: Db,
  court: string,
  asked: CaseSpan,
): Promise<{ stock: CaseStock[]; days: CaseDay[] }> {
  const { from, until } = asked
  const of = (...more: SQL[]): SQL => and(eq(cases.courtId, court), ...ofSeries(asked), ...more)!
  const [found] = await db
    .select({
      stock: sql<CaseStock[]>`(
      select coalesce(json_agg(json_build_object('team', team, 'caseType', case_type, 'pending', pending)
        order by (team || ' ' || case_type) collate "C"), '[]')
      from (
        select team, case_type, count(*) as pending from ${cases}
        where ${of(sql`filed < ${from}`, sql`(closed is null or closed >= ${from})`)}
        group by team, case_type
      ) as stock)`,
      days: sql<CaseDay[]>`(
      select coalesce(json_agg(json_build_object('date', date, 'team', team, 'caseType', case_type, 'filed', filed,
        'closed', closed, 'full', fully, 'fullDays', days) order by date, (team || ' ' || case_type) collate "C"), '[]')
      from (
        select date, team, case_type, sum(filed) as filed, sum(closed) as closed, sum(fully) as fully, sum(days) as days
        from (
          select filed as date, team, case_type, 1 as filed, 0 as closed, 0 as fully, 0 as days from ${cases}
          where ${of(sql`filed between ${from} and ${until}`)}
          union all
          select closed, team, case_type, 0, 1, case when outcome = 'full' then 1 else 0 end,
            case when outcome = 'full' then closed - filed else 0 end from ${cases}
          where ${of(sql`closed between ${from} and ${until}`)}
        ) as events
        group by date, team, case_type
      ) as days)`,
    })
    .from(sql`(select 1) as once`)
  return found!
}
