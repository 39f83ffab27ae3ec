import { session } from '@/app/account/session'

/** Pages are seen by somebody of HR, who may do all that there are buttons for, unless a test says otherwise. */
session.value = {
  state: 'signed-in',
  account: {
    ...{ id: 'hana', username: 'hana', name: 'Hana', role: 'hr', court: null, divisions: [], person: null },
    mustChange: false,
  },
}
