import { type Answer, codesOf, type Json } from '../support/ask.ts'
import type { Person } from '../support/person.ts'

export const taskFields = `id title description priority startOn dueOn dueTime dueTimeZone dueAt
  recurrence { rule basis sentence startOn occurrenceOn nextOn }
  completed completedAt deletedAt createdAt updatedAt position
  list { id } parent { id } subtaskProgress { completed total } tags { id }`

/** Runs a mutation by its name; the selection is what is asked of its payload. */
export function mutate(
  person: Person,
  name: string,
  input: object,
  selection = `task { ${taskFields} }`,
): Promise<Answer<Json>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const query = `mutation($input: ${type}!) { ${name}(input: $input) { ${selection} mutationId } }`
  return person.gql(query, { input })
}

/** The same, and gives the payload. @throws Error with the answer when it was refused */
export async function run(person: Person, name: string, input: object, selection?: string) {
  const answer = await mutate(person, name, input, selection)
  if (answer.errors) throw new Error(`${name} was refused: ${answer.text}`)
  return answer.data[name]
}

/** The code and the issues' paths of a refusal. */
export async function refusal(person: Person, name: string, input: object, selection?: string) {
  const answer = await mutate(person, name, input, selection)
  const issues = answer.errors?.[0]?.extensions.issues ?? []
  return { code: codesOf(answer)[0], paths: issues.map((issue) => issue.path.join('.')) }
}

export async function create(person: Person, input: string | object): Promise<Json> {
  const given = typeof input === 'string' ? { title: input } : input
  return (await run(person, 'createTask', given)).task
}

/** Tasks under one another: `tree(person, 'house', 'roof', 'tiles')` is three levels. */
export async function createLine(person: Person, ...titles: string[]): Promise<Json[]> {
  const line: Json[] = []
  for (const title of titles) {
    const parentId = line.at(-1)?.id
    line.push(await create(person, { title, ...(parentId && { parentId }) }))
  }
  return line
}

export async function read(person: Person, id: string): Promise<Json> {
  const data = await person.data(`query($id: ID!) { task(id: $id) { ${taskFields} } }`, { id })
  return data.task
}

/** The titles under a task, in order, each with those under it. */
export async function outline(person: Person, id: string): Promise<Json> {
  const levels = 'title completed subtasks { title completed subtasks { title completed } }'
  const data = await person.data(`query($id: ID!) { task(id: $id) { subtasks { ${levels} } } }`, {
    id,
  })
  return data.task.subtasks.map(draw)
}

function draw(task: Json): string {
  const below = (task.subtasks ?? []).map(draw).join(' ')
  return `${task.completed ? '✓' : ''}${task.title}${below && `(${below})`}`
}

/** The titles of a list's top level in their manual order. */
export async function topLevel(person: Person, listId: string): Promise<string[]> {
  const data = await person.data(
    `query($filter: TaskFilter) { tasks(first: 100, filter: $filter) { nodes { title position parent { id } } } }`,
    { filter: { listId: { eq: listId } } },
  )
  return data.tasks.nodes
    .filter((task: Json) => task.parent === null)
    .sort((a: Json, b: Json) => (a.position < b.position ? -1 : 1))
    .map((task: Json) => task.title)
}

export async function createList(person: Person, name: string): Promise<string> {
  const { list } = await run(person, 'createList', { name }, 'list { id }')
  return list.id
}

export async function createTag(person: Person, name: string): Promise<string> {
  const { tag } = await run(person, 'createTag', { name }, 'tag { id }')
  return tag.id
}

export async function inboxOf(person: Person): Promise<string> {
  const data = await person.data('{ lists { nodes { id isInbox } } }')
  return data.lists.nodes.find((list: Json) => list.isInbox).id
}
