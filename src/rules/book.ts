import { frontLineShortage } from './goals/front-line-shortage'
import { relativesApart } from './relatives-apart'

/** What the planner may not do, or only with a warning. To add one: README, "Add a rule in four steps". */
export const rules = [relativesApart] as const
export type RuleId = (typeof rules)[number]['id']

/** What the planner strives for, in the order that holds unless a round sets another. */
export const goals = [frontLineShortage] as const
export type GoalId = (typeof goals)[number]['id']
