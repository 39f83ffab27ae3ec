import { sql } from 'drizzle-orm'
import type { CaseType } from '../../domain'
import type { Db } from './index'
import { caseload, cases, caseTypes } from './schema'

/** Statutory limits of the case types as they are kept, by id. */
export async function limitsThere(tx: Db, court: string): Promise<Map<string, number | null>> {
  const rows = await tx
    .select({ id: sql<string>`id`, limit: sql<number | null>`limit_months` })
    .from(caseTypes)
    .where(sql`court_id = ${court}`)
  return new Map(rows.map(({ id, limit }) => [id, limit]))
}

/**
 * Counts anew, for these case types, how many of the closed cases have a limit and were closed within it: the same as
 * `countCases` with `dueBy` of the domain, counted by the database. Months that do not agree with the list in how many
 * were closed came from a table, and stay as they are.
 */
export async function recountLimits(
  tx: Db,
  court: string,
  types: readonly Pick<CaseType, 'id' | 'limitMonths'>[],
): Promise<void> {
  if (types.length === 0) return
  const given = JSON.stringify(types.map(({ id, limitMonths }) => ({ id, months: limitMonths })))
  await tx.execute(sql`
    with listed as (
      select team, case_type, closed, months, due as told, case
        when due is not null or months = 0 then due
        else (filed + make_interval(months => floor(months)::int))::date + floor((months - floor(months)) * 30 + 0.5)::int
      end as due
      from ${cases} join json_to_recordset(${given}::json) as type (id text, months double precision)
        on case_type = type.id
      where court_id = ${court}
    ), series as (
      select team, case_type, bool_or(months is not null or told is not null) as told from listed group by team, case_type
    ), counted as (
      select team, case_type, to_char(closed, 'YYYY-MM') as month, count(*) as closed, count(due) as limited,
        count(*) filter (where closed <= due) as on_time
      from listed where closed is not null group by 1, 2, 3
    )
    update ${caseload} as row set measures = next.measures from (
      select team, case_type, month, case
        when told then measures
          || jsonb_build_object('limited', coalesce(limited, 0), 'onTime', coalesce(on_time, 0))
        else measures - 'limited' - 'onTime'
      end as measures
      from ${caseload} as month_row join series using (team, case_type)
        left join counted using (team, case_type, month)
      where court_id = ${court} and month_row.closed = coalesce(counted.closed, 0)
    ) as next
    where row.court_id = ${court} and row.team = next.team and row.case_type = next.case_type
      and row.month = next.month`)
}
