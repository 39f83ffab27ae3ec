import { z } from 'zod'
import { campaign } from './cases/campaign'
import { caseType, panelAnswer, weightEvent } from './cases/case-type'
import { heldFunds } from './cases/caseload'
import type { Court } from './court'
import { indicator } from './indicators/definition'
import { forecastMark, forecastOverrideRow } from './forecast/by-hand'
import { assignment, kinship, leave, person, preference, qualification, wishAnswer } from './person'
import { name } from './role'
import { settings } from './settings'
import { department, post, team } from './unit'

/**
 * The lists of a court that can be changed one by one. A change gives those it touches, each whole, in the order they
 * shall have; the others stay. Caseload, enforcement cases, payments and surveys come by import alone.
 */
export const courtLists = z
  .strictObject({
    departments: z.array(department),
    teams: z.array(team),
    posts: z.array(post),
    people: z.array(person),
    assignments: z.array(assignment),
    caseTypes: z.array(caseType),
    weightEvents: z.array(weightEvent),
    panelAnswers: z.array(panelAnswer),
    qualifications: z.array(qualification),
    leaves: z.array(leave),
    kinships: z.array(kinship),
    preferences: z.array(preference),
    wishAnswers: z.array(wishAnswer),
    heldFunds: z.array(heldFunds),
    campaigns: z.array(campaign),
    indicators: z.array(indicator),
    forecastMarks: z.array(forecastMark),
    forecastOverrides: z.array(forecastOverrideRow),
  })
  .partial()
export type CourtLists = z.infer<typeof courtLists>
export const changeableLists = courtLists.keyof().options
/** Those that are kept row by row; a version of an indicator is added, and never changed after. */
export type HandList = Exclude<keyof CourtLists, 'indicators'>
export const handLists: readonly HandList[] = changeableLists.filter((list) => list !== 'indicators')

/** What one change of a court may give: its name, its settings whole, and lists. */
export const courtChange = courtLists.extend({ name: name.optional(), settings: settings.optional() })
export type CourtChange = z.infer<typeof courtChange>

/** What differs between two states of a court, as the later one has it. */
export const changesOf = (before: Court, after: Court): CourtChange =>
  Object.fromEntries(
    (['name', 'settings', ...changeableLists] as const)
      .filter((part) => before[part] !== after[part])
      .map((part) => [part, after[part]]),
  )
