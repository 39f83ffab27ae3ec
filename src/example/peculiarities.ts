import type { Kinship, Leave } from '../domain'

/** What is special about whoever sits in one chair (`unit/role/1`). */
export interface Peculiarity {
  readonly leader?: boolean
  readonly share?: number
  readonly joined?: string
  /** Months in the present post. */
  readonly months?: number
  /** Units before the present one, first things first. */
  readonly past?: readonly string[]
  /** Half of the time is spent in this unit too. */
  readonly alsoIn?: string
  readonly postedTo?: { readonly unit: string; readonly from: string; readonly until: string }
  readonly exam?: boolean
  readonly typing?: number
  readonly leaves?: readonly Pick<Leave, 'kind' | 'from' | 'until' | 'consents'>[]
  readonly relatives?: readonly (readonly [Kinship['kind'], string])[]
  readonly wishes?: readonly string[]
  /** What became of the first wish in the round of 2020. */
  readonly answer?: { readonly unit: string; readonly met: boolean }
}

const head: Peculiarity = { leader: true }

/** The people whom the story of the example needs; everybody else is ordinary. */
export const peculiarities: Readonly<Record<string, Peculiarity>> = {
  'office/administrative/1': head,
  'political/administrative/1': head,
  'research/administrative/1': head,
  'inspection/administrative/1': head,
  'finance/administrative/1': head,
  'archives/administrative/1': head,
  'police/bailiff/1': head,
  'pre-trial/judge/1': head,
  'criminal-1/judge/1': head,
  'housing/judge/1': head,
  'company/judge/1': head,
  'administrative-1/judge/1': head,
  'east/judge/1': head,
  'enforcement-assets/judge/1': head,

  // Assistants in administrative departments: most have tried cases with a team before.
  'office/assistant/1': { joined: '2021-07-01', months: 6 },
  'political/assistant/1': { exam: true, past: ['family', 'labour'], wishes: ['family', 'labour'] },
  'research/assistant/1': {
    exam: true,
    past: ['contracts', 'construction'],
    wishes: ['contracts'],
    answer: { unit: 'contracts', met: false },
  },
  'research/assistant/2': {
    exam: true,
    past: ['torts'],
    leaves: [{ kind: 'pregnancy', from: '2021-09-01', until: '2022-05-31', consents: false }],
  },
  'research/assistant/3': { exam: true, past: ['company', 'labour'] },
  'archives/assistant/1': { exam: true, past: ['fast-2', 'torts'], wishes: ['fast-3', 'fast-2'] },
  // One of the administrative staff has passed the examination and may work as an assistant.
  'office/administrative/3': { exam: true, wishes: ['banking'] },

  // Clerks in administrative departments: some type well enough for a court room, some do not.
  'office/clerk/1': { typing: 4, past: ['contracts'], relatives: [['spouse', 'contracts/judge/2']] },
  'political/clerk/1': { wishes: ['housing', 'west'], answer: { unit: 'housing', met: false } },
  'research/clerk/1': { typing: 5, past: ['fast-1'], wishes: ['fast-1'] },
  'inspection/clerk/1': {
    typing: 3,
    postedTo: { unit: 'enforcement-resumed', from: '2021-11-01', until: '2022-03-31' },
  },
  'archives/clerk/1': { typing: 4, past: ['enforcement-fast'] },
  'archives/clerk/2': {
    typing: 2,
    leaves: [{ kind: 'sick', from: '2021-11-22', until: '2022-02-20', consents: false }],
  },

  // Halves, leave, postings and relatives at the front line.
  'pre-trial/clerk/1': { share: 0.5 },
  'pre-trial/clerk/2': { share: 0.5 },
  'administrative-1/assistant/1': { alsoIn: 'administrative-2' },
  'filing/clerk/3': { leaves: [{ kind: 'maternity', from: '2021-10-11', until: '2022-02-01', consents: false }] },
  'labour/clerk/1': { leaves: [{ kind: 'nursing', from: '2021-06-01', until: '2022-05-31', consents: true }] },
  'political/administrative/3': {
    leaves: [{ kind: 'secondment', from: '2021-03-01', until: '2022-02-28', consents: false }],
  },
  'west/assistant/1': { postedTo: { unit: 'east', from: '2020-09-01', until: '2020-12-31' } },
  'torts/clerk/1': {
    months: 18,
    answer: { unit: 'torts', met: true },
    relatives: [['collateral', 'archives/assistant/1']],
  },
  'enforcement-banking/enforcement-officer/1': { relatives: [['lineal', 'political/clerk/1']] },
  'banking/judge/1': { relatives: [['affinity', 'research/assistant/3']] },
}
