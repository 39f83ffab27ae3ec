import { useT } from './i18n'
import { shortageIn, type UnitStanding } from './standing'
import { fte } from './ui/format'

/** The answer at the top of a page: how many of the front-line teams are short, and by how much in all. */
export function useShortageSaid() {
  const { t } = useT()
  /** Nothing where there is no front-line team to speak of. */
  return (standing: readonly UnitStanding[]): string | undefined => {
    const { teams, short, fte: lacking, proposed } = shortageIn(standing)
    if (teams === 0) return undefined
    const said = t(lacking < 0.05 ? 'teams.noneShort' : 'teams.sentence', { teams, short, fte: fte(lacking) })
    if (proposed.teams === 0) return said
    return t('teams.withProposed', { said, teams: proposed.teams, fte: fte(proposed.fte) })
  }
}
