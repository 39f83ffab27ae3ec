import { caseConflict } from './case-conflict'
import { coverageOfSkills } from './coverage-of-skills'
import { donorFloor } from './donor-floor'
import { everyonePlaced } from './everyone-placed'
import { fixedByDecision } from './fixed-by-decision'
import { burden } from './goals/burden'
import { evenness } from './goals/evenness'
import { fewestMoves } from './goals/fewest-moves'
import { fit } from './goals/fit'
import { frontLineShortage } from './goals/front-line-shortage'
import { tieBreak } from './goals/tie-break'
import { wishes } from './goals/wishes'
import { headcountCeiling } from './headcount-ceiling'
import { judgeStaysInTrialPost } from './judge-stays-in-trial-post'
import { keepTogether } from './keep-together'
import { maxMoves } from './max-moves'
import { mentorWithPupil } from './mentor-with-pupil'
import { mustRotate } from './must-rotate'
import { neverWorseForVolunteers } from './never-worse-for-volunteers'
import { noFrequentMoves } from './no-frequent-moves'
import { noPromotionByRotation } from './no-promotion-by-rotation'
import { noReturnWithin } from './no-return-within'
import { notUnderInvestigation } from './not-under-investigation'
import { onLeave } from './on-leave'
import { panelOdd } from './panel-odd'
import { probationCompleted } from './probation-completed'
import { protectedPeriod } from './protected-period'
import { qualifiedForPost } from './qualified-for-post'
import { relativesApart } from './relatives-apart'
import { releaseToFrontLine } from './release-to-front-line'
import { retainExperience } from './retain-experience'
import { spouseLawyer } from './spouse-lawyer'
import { teamTemplate } from './team-template'
import { temporaryPostingEnds } from './temporary-posting-ends'
import { temporaryPostingTerm } from './temporary-posting-term'
import { timeInPost } from './time-in-post'
import { turnoverCap } from './turnover-cap'
import { wholeUnit } from './whole-unit'

/** What the planner may not do, or only with a warning. To add one: README, "Add a rule in four steps". */
export const rules = [
  releaseToFrontLine,
  qualifiedForPost,
  noPromotionByRotation,
  judgeStaysInTrialPost,
  relativesApart,
  spouseLawyer,
  probationCompleted,
  notUnderInvestigation,
  protectedPeriod,
  onLeave,
  temporaryPostingEnds,
  temporaryPostingTerm,
  mustRotate,
  headcountCeiling,
  wholeUnit,
  donorFloor,
  retainExperience,
  turnoverCap,
  coverageOfSkills,
  teamTemplate,
  panelOdd,
  keepTogether,
  mentorWithPupil,
  timeInPost,
  noFrequentMoves,
  noReturnWithin,
  caseConflict,
  neverWorseForVolunteers,
  fixedByDecision,
  maxMoves,
  everyonePlaced,
] as const
export type RuleId = (typeof rules)[number]['id']

/** What the planner strives for, in the order that holds unless a round sets another. */
export const goals = [frontLineShortage, evenness, fit, wishes, burden, fewestMoves, tieBreak] as const
export type GoalId = (typeof goals)[number]['id']
