import type { MessageSaid } from '../domain'

/** A text by its key, with words put in. */
type Say = (key: string, words?: Record<string, string>) => string

/** What a message says, in the language of `say`. */
export function messageWords({ kind, facts }: MessageSaid, say: Say): string {
  const words: Record<string, string> = {}
  for (const [key, fact] of Object.entries(facts)) if (typeof fact === 'string') words[key] = fact
  if ('posts' in facts) {
    const posts = facts.posts.map(({ unit, department, role }) =>
      say('units.post', {
        unit: department === null ? unit : say('units.teamOf', { department, team: unit }),
        role: say(`units.roles.${role}`),
      }),
    )
    words.posts = posts.length === 0 ? say('messages.noPost') : posts.join(say('words.and'))
    words.until = facts.until === null ? '' : say('messages.until', { until: facts.until })
  }
  if ('state' in facts)
    words.state = say(`${kind === 'objection-answered' ? 'objections' : 'swaps'}.states.${facts.state}`)
  if ('said' in facts) words.said = say(`messages.said.${facts.said}`)
  return say(`messages.kinds.${kind}`, words)
}
