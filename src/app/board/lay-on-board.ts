import type { PlanData, Proposal } from '../../domain'
import type { StoredPlan } from '../api'
import type { OpenRound } from '../rounds/open-round'
import { readDraft, writeDraft } from './draft-store'
import { PlanEditor } from './plan-editor'

/**
 * Lays a plan of the planner's on the board of this device, as one step that undo takes back, onto the draft in work
 * there or else onto the plan shown. False where the device keeps no draft.
 */
export function layOnBoard(
  { court, round, problem, inForce }: OpenRound,
  plan: PlanData,
  shown: PlanData,
  stored: StoredPlan | null,
  proposal: Proposal | null,
): boolean {
  const draft = readDraft(court.id, round.id)
  const editor = new PlanEditor(problem, inForce, draft ?? { plan: shown })
  editor.replace(plan)
  return writeDraft(court.id, round.id, {
    ...editor.draft,
    base: draft?.base ?? stored?.version ?? 0,
    proposal: draft?.proposal ?? stored?.proposal ?? proposal,
  })
}
