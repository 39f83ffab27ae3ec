/** The court's own mail server, and how letters of ours name who sends them. */
export interface MailServer {
  /** `smtp://name:password@host:587`, or `smtps://` for TLS from the first byte. */
  readonly url: string
  readonly from: string
  /** Where users reach the app: letters lead there. */
  readonly origin: string
}

export interface Letter {
  /** The address alone: a name would be one more thing in a header. */
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Why a letter did not leave, in codes: what a server says in words may hold what it was told, and is kept nowhere. */
export class NotSent extends Error {
  /** The server will never take it: there is nobody of that address. */
  readonly forGood: boolean
  constructor(readonly facts: { readonly code: string; readonly status: number | null; readonly step: string | null }) {
    super(`mail not sent: ${facts.code} ${facts.status ?? ''} ${facts.step ?? ''}`.trim())
    this.forGood = facts.step === 'RCPT TO' && (facts.status ?? 0) >= 500
  }
}

export type Send = (letter: Letter) => Promise<void>

/** Longer than this in silence, and a server is taken as not there, in milliseconds. */
const patience = 20_000

/**
 * Sends by SMTP. A password is only sent over TLS, but to this machine or where the address says `requireTLS=false`.
 * Throws NotSent.
 */
export function senderBy({ url, from }: MailServer): Send {
  const { username, hostname, searchParams } = new URL(url)
  const isHere = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
  const requireTLS = username !== '' && !isHere && searchParams.get('requireTLS') !== 'false'
  const waits = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience }
  return async (letter) => {
    // With the first letter, as a start without any shall not read it.
    const { createTransport } = await import('nodemailer')
    const transport = createTransport({ url, requireTLS, ...waits, disableFileAccess: true, disableUrlAccess: true })
    try {
      await transport.sendMail({
        ...letter,
        from,
        textEncoding: 'base64',
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    } catch (error) {
      const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string }
      throw new NotSent({ code: code ?? 'unknown', status: responseCode ?? null, step: command ?? null })
    } finally {
      transport.close()
    }
  }
}
