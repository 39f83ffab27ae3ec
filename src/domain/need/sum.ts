import type { CalendarMonth } from '../calendar'
import type { Role } from '../role'
import type { Settings } from '../settings'
import type { PostId } from '../unit'
import type { Why } from '../why'

/** One case type's part of a post's need: cases filed in the window, times minutes each. */
export interface NeedLine {
  readonly caseType: string
  readonly filed: number
  /** Work of the post's role over the life of one case, in the court's unit. */
  readonly weight: number
  readonly minutes: number
}

/** Whole months whose newly filed cases count; `reported` of them stand in the court's caseload at all. */
export interface NeedWindow {
  readonly kind: Settings['filingsWindow']
  readonly from: CalendarMonth
  readonly until: CalendarMonth
  readonly months: number
  readonly reported: number
  /** Months that the figure is brought to a year from: all of them, or in the mean of three years those there are. */
  readonly counted: number
}

interface AnySum {
  readonly window: NeedWindow
  readonly fixed: number
}

/** Newly filed cases x weight / year value. */
export interface WeightsSum extends AnySum {
  readonly mode: 'weights'
  readonly lines: readonly NeedLine[]
  /** Work of a year: that of the lines, brought from the window to twelve months. */
  readonly minutes: number
  /** Year value of the role; null where the settings hold none. */
  readonly yearMinutes: number | null
}

/** Cases closed per person and year, in one team or as a group of peers sets it. */
export interface Productivity {
  readonly closed: number
  /** People's years in the post in the same months; leave and mid-year moves taken off. */
  readonly fteYears: number
}

/** Newly filed cases of a year / productivity of the peers (lotação paradigma). */
export interface PeersSum extends AnySum {
  readonly mode: 'peers'
  readonly filedAYear: number
  readonly own: Productivity
  /** Teams that hear the same categories on the same track, or the whole track where these are too few. */
  readonly group: 'category' | 'track'
  /** Closed per person and year of each peer, from low to high; which team it is does not matter. */
  readonly rates: readonly number[]
  readonly reference: { readonly kind: Settings['peerReference']; readonly rate: number | null }
}

/** This post's share of the load of all posts of the role x the people there are. */
export interface ProRataSum extends AnySum {
  readonly mode: 'pro-rata'
  /** Load in weighted work where the role has weights, else in newly filed cases. */
  readonly measure: 'weighted' | 'cases'
  readonly load: number
  readonly loadOfAll: number
  /** People (FTE) of the role in teams that hear cases, less fixed posts. */
  readonly people: number
}

/** So many for each one needed in another post of the unit. */
export interface RatioSum extends AnySum {
  readonly mode: 'ratio'
  readonly to: Role
  readonly per: number
  readonly needThere: number | null
}

export type NeedSum = WeightsSum | PeersSum | ProRataSum | RatioSum
export type NeedCode = 'year-value-missing' | 'peers-too-few' | 'peers-closed-nothing' | 'load-missing'

/** What one post needs (所需人力), with the sum it comes from. */
export interface Need {
  readonly post: PostId
  readonly unit: string
  readonly role: Role
  /** FTE, unrounded; null where it cannot be computed. */
  readonly fte: number | null
  /** Why it cannot be computed: a code of `errors`. */
  readonly why: Why<NeedCode> | null
  readonly sum: NeedSum
}
