import type {
  CalendarDate,
  CalendarMonth,
  Computed,
  Court,
  FanMonth,
  FilingsResult,
  MonthMarks,
  PlanData,
  ProblemData,
  Role,
  RoleDemand,
  TeamProjection,
  Why,
} from '../../domain'
import type { YearAhead } from '../../domain/need/year-ahead'

/** What all answers are made from; sent once, and again when the court or its newest plan changes. */
export interface State {
  readonly court: Court
  readonly date: CalendarDate
  /** The newest round's plan, and what it was made for. */
  readonly plan: { readonly data: ProblemData; readonly plan: PlanData } | null
}

/**
 * How many cases people can close: as they did over the last months, helping each other out; or by the case weights,
 * where the scarcest role limits the team.
 */
export const bases = ['measured', 'weights'] as const
export type Basis = (typeof bases)[number]

export interface FilingsQuestion {
  readonly kind: 'filings'
  /** A team or a department; null for the whole court. */
  readonly unit: string | null
  /** The last month to be told. */
  readonly until: CalendarMonth
}

/** Somebody who would join a team in the first month to come. */
export interface Extra {
  readonly role: Role
  readonly fte: number
}

export interface OutlookQuestion {
  readonly kind: 'outlook'
  readonly teams: readonly string[]
  readonly until: CalendarMonth
  readonly basis: Basis
  readonly withPlan: boolean
  /** The same for each of the teams. */
  readonly extras: readonly Extra[]
  /** Pending cases to come down to, and by when; null where none is set. */
  readonly target: { readonly pending: number; readonly by: CalendarMonth } | null
}

/** What posts would need in a year of many filings, from the date of the state on. */
export interface YearQuestion {
  readonly kind: 'year'
}

export type Question = FilingsQuestion | OutlookQuestion | YearQuestion

export interface FilingsAnswer {
  readonly filed: Readonly<Record<CalendarMonth, number>>
  readonly marks: MonthMarks
  readonly forecast: FilingsResult
  /** All months to come together, with the band that holds four of five futures; null where there is no forecast. */
  readonly total: { readonly expected: number; readonly low: number; readonly high: number } | null
}

/** What becomes of a team's stock: the expected course, and the fan around it. */
export interface Course extends TeamProjection {
  readonly fan: readonly FanMonth[]
}

/** If nothing changes; and with the plan and the extra people, null where nobody comes or goes. */
export interface Courses {
  readonly before: Course
  readonly after: Course | null
}

/**
 * How the closings of a month come about: `full` at full staffing, times the hands that count over those needed; by
 * weights the role with the least of it decides. FTE for cases, fixed work taken off; `after` with all changes worked in.
 */
export interface ClosingsSum {
  readonly full: number
  readonly roles: readonly {
    readonly role: Role
    readonly need: number
    readonly have: { readonly before: number; readonly after: number }
    readonly counted: { readonly before: number; readonly after: number }
  }[]
}

export interface TeamOutlookAnswer extends Courses {
  readonly team: string
  readonly why: null
  readonly stock: number
  /** The last reported month. */
  readonly reported: CalendarMonth
  /** Pending at the end of each of the last months, up to the last reported. */
  readonly history: readonly { readonly month: CalendarMonth; readonly pending: number }[]
  /** What was filed and closed in a month, on the average of the last twelve reported. */
  readonly past: { readonly filed: number; readonly closed: number }
  readonly method: 'seasonal-mean' | 'seasonal-ets' | 'seasonal-naive'
  /** By which the closings are told: the weights where nothing could be measured. */
  readonly basis: Basis
  /** What either way of telling the closings gives, to be held against each other; null where it cannot be told. */
  readonly each: Readonly<Record<Basis, Courses | null>>
  readonly sum: ClosingsSum
  /** FTE that would hold the stock after all changes asked for; by role, or in all where people help each other out. */
  readonly hold: Computed<readonly RoleDemand[]>
  /** Newcomers in the first month, beside those changes, who bring the stock to the target in time. */
  readonly reach: Computed<readonly Extra[]> | null
}

export type TeamAnswer = TeamOutlookAnswer | { readonly team: string; readonly why: Why }

export interface OutlookAnswer {
  readonly teams: readonly TeamAnswer[]
  /** The plan was made for another state of the court and is left out. */
  readonly planStale: boolean
}

export type YearAnswer = Computed<YearAhead>

export type Answers = { filings: FilingsAnswer; outlook: OutlookAnswer; year: YearAnswer }

/** What the page tells the worker, and what it hears. */
export type Asked =
  | { readonly kind: 'state'; readonly state: State }
  | { readonly kind: 'ask'; readonly number: number; readonly question: Question }
export type Told =
  | { readonly kind: 'answer'; readonly number: number; readonly answer: Answers[keyof Answers] }
  | { readonly kind: 'progress'; readonly number: number; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly number: number; readonly message: string }
