import { z } from 'zod'
import { campaign } from './cases/campaign'
import { caseType, panelAnswer, weightEvent } from './cases/case-type'
import { caseload, caseRecord, heldFunds, payment, survey } from './cases/caseload'
import { courtIssues } from './court-check'
import { indicator } from './indicators/definition'
import { forecastMark, forecastOverrideRow } from './forecast/by-hand'
import { assignment, kinship, leave, person, preference, qualification, wishAnswer } from './person'
import { id, name } from './role'
import { settings } from './settings'
import { department, post, team } from './unit'

/** A court whole: what a workbook or a JSON file holds, and what the database keeps. */
export const courtFile = z
  .object({
    format: z.literal('frontline-court/1'),
    id,
    name,
    /** True for a fictional court: screens and exports say so. */
    example: z.boolean().default(false),
    settings: settings.prefault({}),
    departments: z.array(department).default([]),
    teams: z.array(team).default([]),
    posts: z.array(post).default([]),
    people: z.array(person).default([]),
    assignments: z.array(assignment).default([]),
    qualifications: z.array(qualification).default([]),
    kinships: z.array(kinship).default([]),
    leaves: z.array(leave).default([]),
    preferences: z.array(preference).default([]),
    wishAnswers: z.array(wishAnswer).default([]),
    caseTypes: z.array(caseType).default([]),
    weightEvents: z.array(weightEvent).default([]),
    panelAnswers: z.array(panelAnswer).default([]),
    caseload: z.array(caseload).default([]),
    /**
     * The case list. Long, so a court may travel without it: left out, it says nothing of the list, and saving such a
     * court leaves the list that is there as it is.
     */
    cases: z.array(caseRecord).optional(),
    payments: z.array(payment).default([]),
    heldFunds: z.array(heldFunds).default([]),
    surveys: z.array(survey).default([]),
    campaigns: z.array(campaign).default([]),
    /** The court's own versions of indicators; the built-in ones stand in the code. */
    indicators: z.array(indicator).default([]),
    forecastMarks: z.array(forecastMark).default([]),
    forecastOverrides: z.array(forecastOverrideRow).default([]),
  })
  .superRefine((court, context) => {
    for (const issue of courtIssues(court))
      context.addIssue({ code: 'custom', path: issue.path, message: issue.code, params: issue.facts })
  })
export type Court = z.infer<typeof courtFile>

/** What is wrong between the rows of a court, though each row alone is right. */
export interface CourtIssue {
  readonly code: string
  /** Where: list, index, field. */
  readonly path: (string | number)[]
  readonly facts: Record<string, string | number>
}

/** A court with nothing in it yet. */
export const emptyCourt = (id: string, name: string): Court =>
  courtFile.parse({ format: 'frontline-court/1', id, name, cases: [] })
