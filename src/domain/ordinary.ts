import { noBurden } from './burden'
import type { Candidate } from './problem'

/** What holds of somebody of whom nothing is special: full time, on nobody's list, nothing known of the past. */
export const ordinary = {
  leader: false,
  courtLeader: false,
  probationUntil: null,
  availability: 1000,
  away: null,
  protection: null,
  underReview: false,
  lawyerRelative: false,
  mentor: null,
  worksWith: null,
  conflictUnits: [],
  qualifications: {},
  experience: {},
  held: {},
  transfers: [],
  leftUnits: {},
  posting: null,
  burden: noBurden,
  preferences: [],
} satisfies Partial<Candidate>
