import { courtFile, type Court } from '../domain'
import { caseload } from './caseload'
import { caseTypes } from './case-types'
import { cases } from './enforcement'
import { campaigns, forecastMarks, heldFunds, payments, surveys } from './extras'
import { lanesOf, panelAnswers, templates, weightEvents } from './lanes'
import { peopleOfCourt } from './people'
import { departments, proposedTeams, teams, type Staff } from './units'

/**
 * A fictional basic-level court. Its totals of 2021 are those that a court published (tests/example counts them);
 * how they spread over teams, months and people is made up, and so is everybody in it. The same on every machine.
 */
export function exampleCourt(): Court {
  const list = cases()
  return courtFile.parse({
    format: 'frontline-court/1',
    id: 'example',
    name: '云岫区人民法院（示例）',
    example: true,
    settings: { templates },
    departments: departments.map(({ id, name, kind, division, floor }) => ({ id, name, kind, division, floor })),
    teams: [
      ...teams.map(({ id, name, department, track, skills, site, filed }) => ({
        id,
        name,
        department,
        track,
        skills,
        site,
        categories: [...new Set(filed.map(({ caseType }) => caseTypes.find((type) => type.id === caseType)!.category))],
      })),
      ...proposedTeams.map(({ id, name, department, track, skills, status }) => ({
        id,
        name,
        department,
        track,
        skills: [...skills],
        status,
      })),
    ],
    posts: [
      ...ownPosts(),
      ...teams.flatMap(({ id, staff }) => teamPosts(id, staff)),
      ...proposedTeams.flatMap(({ id: unit, needs }) =>
        needs.map(([role, fixed]) => ({ unit, role, fixed, ceiling: 2 })),
      ),
    ],
    caseTypes: caseTypes.map(({ id, name, category, weights }) => ({
      id,
      name,
      category,
      weights: Object.fromEntries(Object.entries(weights).filter(([, minutes]) => minutes > 0)),
      ...lanesOf(id),
    })),
    weightEvents: weightEvents(),
    panelAnswers: panelAnswers(),
    caseload: caseload(list),
    cases: list,
    payments: payments(),
    heldFunds: heldFunds(),
    indicators: [],
    surveys: surveys(),
    campaigns: campaigns(),
    forecastMarks: forecastMarks(),
    forecastOverrides: [],
    ...peopleOfCourt(),
  } satisfies Record<keyof Court, unknown>)
}

/**
 * Posts of offices do not scale with cases: what sits there is what is needed, save for assistants and clerks in
 * administration.
 */
const ownPosts = () =>
  departments.flatMap(({ id: unit, kind, staff }) =>
    staff.map(([role, count]) => {
      const lent = kind === 'administrative' && (role === 'assistant' || role === 'clerk')
      const extra = unit === 'filing' && role === 'clerk' ? 1 : 0
      return { unit, role, fixed: lent ? 0 : count - extra, ceiling: count + 1 }
    }),
  )

/** A team has room for one more of each role than sit there, and for two where nobody does. */
const teamPosts = (unit: string, staff: Staff) =>
  staff.map(([role, count]) => ({ unit, role, fixed: 0, ceiling: Math.max(2, count + 1) }))
