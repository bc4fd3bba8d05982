import type { RecurrenceInput } from '../gql/graphql.ts'

const sentences = new Map<string, string>()

// Putting a rule into words takes code that only the editor of repeats loads. So it stores the words
// here before it sends the rule, and the task can show them until the API's answer comes.

export function rememberSentence(recurrence: RecurrenceInput, sentence: string): void {
  sentences.set(makeKey(recurrence), sentence)
}

/** What a rule says in English, if it is stored here. */
export function findSentence(recurrence: RecurrenceInput): string | undefined {
  return sentences.get(makeKey(recurrence))
}

function makeKey({ rule, basis = 'SCHEDULE' }: RecurrenceInput): string {
  return `${rule} ${basis}`
}
