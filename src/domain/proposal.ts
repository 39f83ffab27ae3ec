import { z } from 'zod'
import { facts } from './facts'
import { round } from './round'

/**
 * What one goal came to, in its own unit. `gap` is value - bound. Proven: no plan is below the bound, and the value is
 * above it by no more than the `slack` that the round lets later goals take (most often none).
 */
export const goalResult = z.object({
  goal: z.string(),
  value: z.number(),
  bound: z.number(),
  gap: z.number(),
  proven: z.boolean(),
  slack: z.number().min(0).default(0),
})
export type GoalResult = z.infer<typeof goalResult>

export const planData = z.record(z.string(), z.string().nullable())

/**
 * What a run was asked beside the court: rules, goals and slack as the round had them, what was decided by hand, and
 * the plan at hand that was to change as little as can be.
 */
export const asked = round.pick({ rules: true, goals: true, slack: true }).partial().extend({
  decisions: round.shape.decisions.unwrap(),
  keep: planData.optional(),
})
export type Asked = z.infer<typeof asked>

/** A proposal (方案): a plan that keeps every must rule, with the proof of each goal. */
export const proposal = z.object({
  kind: z.literal('proposal'),
  /**
   * `proven`: every goal ended by proof, so that the same input gives the same plan anywhere. `stopped`: by clock or by
   * hand.
   */
  status: z.enum(['proven', 'stopped']),
  goals: z.array(goalResult),
  plan: planData,
  /** More than one plan has all these values: the published price left a tie. Null where that is not known. */
  tie: z.boolean().nullable(),
  seconds: z.number(),
  solver: z.string(),
  /** Left out in proposals that were made before it was noted. */
  asked: asked.optional(),
})
export type Proposal = z.infer<typeof proposal>

/** One thing that a rule asks for and a plan misses, by so much in the limit's own unit. */
export const brokenLimit = z.object({ rule: z.string(), facts, excess: z.number() })
export type BrokenLimit = z.infer<typeof brokenLimit>

/**
 * One way out of a clash: a plan, and the must limits that it breaks. Costs are compared in the order of the fields.
 */
export const repair = z.object({
  /** The rules that those limits belong to. */
  rules: z.array(z.string()),
  limits: z.array(brokenLimit),
  /** People who leave the seat that they have now. */
  people: z.int().min(0),
  /** How far the limits are missed in all, in people: what the largest seat counts in a limit is one. */
  excess: z.number().min(0),
  plan: planData,
})
export type Repair = z.infer<typeof repair>

/** No plan keeps every must rule: which cannot all hold, who and what is concerned, and the ways out. */
export const clash = z.object({
  kind: z.literal('clash'),
  rules: z.array(z.string()),
  /**
   * The rules are irreducible: leave out any one of them and the others can be kept. Else the run was ended before, and
   * some of them may have no part in the clash.
   */
  reduced: z.boolean().default(true),
  /** It is proven that no fewer rules clash. */
  smallest: z.boolean(),
  /** What of these rules cannot all hold: it names the people and units concerned. */
  limits: z.array(brokenLimit.omit({ excess: true })),
  /**
   * The limits are irreducible too; else the run was ended before, and some of them may have no part in the clash. None
   * are told where nothing is known of them.
   */
  narrowed: z.boolean(),
  /** The cheapest plan for each of up to five smallest sets of rules to relax, the cheapest first. */
  repairs: z.array(repair),
  /** It is proven that these are the cheapest; else the run was ended before, and there may be others. */
  complete: z.boolean(),
  seconds: z.number(),
})
export type Clash = z.infer<typeof clash>

/** A run was stopped before any plan was found that keeps every must rule. */
export const nothingYet = z.object({ kind: z.literal('nothing-yet'), seconds: z.number() })

export const outcome = z.discriminatedUnion('kind', [proposal, clash, nothingYet])
export type Outcome = z.infer<typeof outcome>

/** What a run tells while it works. */
export const progress = z.object({
  seconds: z.number(),
  /** The goal in work, null while the rules are written out. */
  goal: z.string().nullable(),
  /** Goals so far, in order: those behind are proven, the one in work has its best value and bound. */
  goals: z.array(goalResult),
  /** The best plan so far; null until one keeps every must rule. */
  plan: planData.nullable(),
})
export type Progress = z.infer<typeof progress>
