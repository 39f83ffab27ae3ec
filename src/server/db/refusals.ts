import { sql, type SQL } from 'drizzle-orm'
import { dateOf, lostVersions, type Court, type IndicatorDefinition } from '../../domain'
import type { Db } from './index'
import { listed } from './lists'
import { cases, caseTypes, teams } from './schema'

/** A team or a case type was to go that cases of the stored list still name. */
export class CasesLeftBehind extends Error {
  constructor(
    readonly court: string,
    readonly count: number,
  ) {
    super(`${count} cases of ${court} would refer to nothing.`)
  }
}

export async function refuseLostCases(tx: Db, court: string): Promise<void> {
  const known = (table: typeof teams): SQL => sql`(select id from ${table} where court_id = ${court})`
  const [lost] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(cases)
    .where(sql`court_id = ${court} and (team not in ${known(teams)} or case_type not in ${known(caseTypes)})`)
  if (lost!.count > 0) throw new CasesLeftBehind(court, lost!.count)
}

/** Versions of indicators were to be changed or to go with which old reports open. */
export class VersionsLost extends Error {
  constructor(readonly versions: readonly IndicatorDefinition[]) {
    super(`${versions.length} versions of indicators would not be kept.`)
  }
}

export async function refuseLostVersions(tx: Db, court: Court): Promise<void> {
  const [stored] = await tx
    .select({ indicators: sql<IndicatorDefinition[]>`${listed('indicators', court.id)}` })
    .from(sql`(select 1) as once`)
  const lost = lostVersions(stored!.indicators, court.indicators, dateOf(new Date()))
  if (lost.length > 0) throw new VersionsLost(lost)
}
