import { z } from 'zod'
import { calendarDate } from './calendar'
import { id, name, role } from './role'

/** A post by the names that it had then: a message is read when the court may have changed. */
const postNamed = z.object({
  unit: z.string(),
  /** The department of a team whose name does not tell it. */
  department: z.string().nullable(),
  role,
})
const ofRound = { round: name }
const ofMove = {
  ...ofRound,
  date: calendarDate,
  /** Where one is to work; none is the bench. */
  posts: z.array(postNamed).readonly(),
  /** Last day of a temporary posting; null where the move is for good. */
  until: calendarDate.nullable(),
}

/**
 * What a message (消息) tells, as a kind and facts: its sentence is made in the language of whoever reads it. The facts
 * are the reader's own or everybody's; of other people they hold nothing.
 */
export const messageSaid = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('move-planned'), facts: z.object(ofMove) }),
  z.object({ kind: z.literal('move-changed'), facts: z.object(ofMove) }),
  z.object({ kind: z.literal('move-dropped'), facts: z.object(ofRound) }),
  z.object({ kind: z.literal('objection-filed'), facts: z.object({ ...ofRound, id, answerBy: calendarDate }) }),
  z.object({
    kind: z.literal('objection-answered'),
    facts: z.object({ ...ofRound, state: z.enum(['upheld', 'dismissed']) }),
  }),
  z.object({ kind: z.literal('swap-asked'), facts: z.object(ofRound) }),
  z.object({
    kind: z.literal('swap-answered'),
    facts: z.object({ ...ofRound, state: z.enum(['agreed', 'declined']) }),
  }),
  /** To HR: two agree, and it is for HR to decide. */
  z.object({ kind: z.literal('swap-agreed'), facts: z.object({ ...ofRound, id }) }),
  z.object({
    kind: z.literal('swap-settled'),
    facts: z.object({ ...ofRound, state: z.enum(['accepted', 'refused', 'withdrawn', 'void']) }),
  }),
  z.object({ kind: z.literal('wishes-open'), facts: z.object({ ...ofRound, until: calendarDate }) }),
  z.object({
    kind: z.literal('wishes-closing'),
    facts: z.object({ ...ofRound, until: calendarDate, said: z.enum(['draft', 'nothing']) }),
  }),
  z.object({ kind: z.literal('review-sent'), facts: z.object({ ...ofRound, until: calendarDate }) }),
  z.object({ kind: z.literal('review-called-back'), facts: z.object(ofRound) }),
  /** To the heads of the divisions that somebody leaves and comes to. */
  z.object({ kind: z.literal('handover-confirmed'), facts: z.object({ ...ofRound, id }) }),
  z.object({ kind: z.literal('password-set'), facts: z.object({}) }),
])
export type MessageSaid = z.infer<typeof messageSaid>
export type MessageKind = MessageSaid['kind']

/** A message in somebody's inbox. */
export const message = z.object({
  id: z.string(),
  said: messageSaid,
  /** The court that it is about; null where it is about the account. */
  court: z.string().nullable(),
  at: z.string(),
  read: z.boolean(),
})
export type Message = z.infer<typeof message>

/** The page of the app where one reads on, or acts. */
export function pageOfMessage({ kind, facts }: MessageSaid): string {
  if (kind === 'objection-filed') return `/rounds/${facts.id}#objections`
  if (kind === 'swap-agreed') return `/rounds/${facts.id}#swaps`
  if (kind === 'handover-confirmed') return `/rounds/${facts.id}#handovers`
  if (kind === 'swap-asked' || kind === 'swap-answered' || kind === 'swap-settled') return '/me#swap'
  if (kind === 'password-set') return '/account'
  if (kind === 'review-sent' || kind === 'review-called-back') return '/reviews'
  if (kind === 'objection-answered') return '/me#objection'
  return kind === 'wishes-open' || kind === 'wishes-closing' ? '/me#wishes' : '/me'
}

/**
 * Days after which a message goes, read or not. Half a year covers a round from its wishes to the last objection; after
 * that the plan, the objection and the log tell it, and an inbox would only hold personal facts for longer.
 */
export const messageLasts = 180

/** Working days before the last day for wishes on which those are reminded who have not confirmed theirs. */
export const wishesRemind = 3

/** Languages that messages are put in where no page does it: in letters. */
export const messageLanguages = ['zh-CN', 'en'] as const
export type Language = (typeof messageLanguages)[number]

/** Where somebody gets messages by e-mail, and how: one's own to choose. */
export const mailing = z.object({
  /** Null for nowhere. */
  mail: z.email().max(254).nullable(),
  byMail: z.boolean(),
  language: z.enum(messageLanguages),
})
export type Mailing = z.infer<typeof mailing>
