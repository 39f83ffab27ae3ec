import type { MessageKey } from '../i18n'

/** The sections of the caseload, each a route of its own; a further one is added here and in the router. */
export const tabs: readonly { readonly to: string; readonly title: MessageKey }[] = [
  { to: '/caseload', title: 'nav.figures' },
  { to: '/caseload/forecast', title: 'nav.forecast' },
  { to: '/caseload/backlog', title: 'nav.backlog' },
  { to: '/caseload/enforcement', title: 'nav.enforcement' },
  { to: '/caseload/campaigns', title: 'nav.campaigns' },
]
