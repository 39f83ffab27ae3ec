import { shallowRef } from 'vue'

export interface Question {
  readonly title: string
  /** What will be, and what is lost. */
  readonly text: string
  /** The verb on the button, with its object. */
  readonly verb: string
  readonly danger?: boolean
}

interface Asked extends Question {
  answer(yes: boolean): void
}

/** The question on the screen; ConfirmHost shows it. */
export const asked = shallowRef<Asked>()

/** Asks before something is done; true when the person agrees. A second question answers the first with no. */
export function confirm(question: Question): Promise<boolean> {
  asked.value?.answer(false)
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer: (yes) => {
        asked.value = undefined
        resolve(yes)
      },
    }
  })
}
