import type { Answer, AnswerError, Json } from './ask.ts'
import type { Bearer } from './person.ts'

/**
 * Runs one mutation by its name with its input, asking for the fields of its payload.
 *
 *     await runMutation(ada, 'createList', { name: 'Home' }, 'list { id name }')
 */
export async function runMutation(
  person: Bearer,
  name: string,
  input: object,
  payload: string,
): Promise<Json> {
  const answer = await tryMutation(person, name, input, payload)
  if (answer.status === 200 && !answer.errors) return answer.data[name]
  throw new Error(`Data was expected for ${person.name}, found ${answer.status}: ${answer.text}`)
}

/** The same, and gives the answer with whatever errors it has. */
export function tryMutation(
  person: Bearer,
  name: string,
  input: object,
  payload = 'mutationId',
): Promise<Answer> {
  const typeName = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const operation = `mutation ($input: ${typeName}!) { ${name}(input: $input) { ${payload} } }`
  return person.gql(operation, { input })
}

/** The first error of an answer as its code, words and paths. */
export function refusalOf(answer: Answer) {
  const [error] = answer.errors ?? []
  return error && describeError(error)
}

/** The code and the paths of the refusal of a mutation that must not work. */
export async function refusal(person: Bearer, name: string, input: object, payload?: string) {
  const answer = await tryMutation(person, name, input, payload)
  const { code, paths = [] } = refusalOf(answer) ?? {}
  return { code, paths }
}

/** The answer's text, which must not differ between a stranger's object and none. */
export function bytesOf(answer: Answer): string {
  const { requestId } = answer.errors?.[0]?.extensions ?? {}
  return `${answer.status} ${requestId ? answer.text.replaceAll(requestId, '') : answer.text}`
}

function describeError({ message, extensions }: AnswerError) {
  const paths = extensions.issues?.map((issue) => issue.path.join('.'))
  return { code: extensions.code, message, paths }
}
