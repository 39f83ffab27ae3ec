import { pageOfMessage, type Language, type MessageSaid } from '../../domain'
import { messageWords } from '../../locales/message-words'
import { wordsFor } from '../propose-words'
import type { Letter, MailServer } from './mailer'

/** A message that is to leave as a letter, and to whom. */
export interface Mailed {
  readonly said: MessageSaid
  readonly name: string
  readonly mail: string
  readonly language: Language
}

/** In one line, whatever somebody has called a round, or themselves. */
const inLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/**
 * A message as a letter, in the language of its reader. The subject is the same for all: it stands on screens that others
 * see.
 */
export function letterOf({ said, name, mail, language }: Mailed, { origin }: Pick<MailServer, 'origin'>): Letter {
  const { text } = wordsFor(language)
  const facts = {
    name: inLine(name),
    text: inLine(messageWords(said, text)),
    page: `${origin}${pageOfMessage(said)}`,
    account: `${origin}/account`,
  }
  return {
    to: mail,
    subject: text('messages.mail.subject'),
    text: ['hello', 'text', 'link', 'why'].map((part) => text(`messages.mail.${part}`, facts)).join('\n\n'),
  }
}
