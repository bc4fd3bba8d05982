import { type DemoClient, send } from './client.ts'
import { toDemoId } from './ids.ts'
import { type DemoList, type DemoTag, demoLists, demoTags } from './written.ts'

/** The ids of the demo's lists and tags, by their names in the demo. */
export type TaskContext = {
  lists: ReadonlyMap<DemoList, string>
  /** Without a tag whose name was taken. */
  tags: ReadonlyMap<DemoTag, string>
}

const createList = /* GraphQL */ `
  mutation DemoCreateList($input: CreateListInput!) {
    createList(input: $input) { list { id } }
  }
`
const createTag = /* GraphQL */ `
  mutation DemoCreateTag($input: CreateTagInput!) {
    createTag(input: $input) { tag { id } }
  }
`
const listTags = /* GraphQL */ `
  query DemoTags { tags(first: 100) { nodes { id name } } }
`

/** Creates the lists and tags; existing ones stay as they are. */
export async function createContext(client: DemoClient, owner: string): Promise<TaskContext> {
  const lists = new Map<DemoList, string>()
  for (const [key, list] of Object.entries(demoLists)) {
    const id = toDemoId(owner, `list:${key}`)
    await send(client, createList, { id, ...list })
    lists.set(key as DemoList, id)
  }
  const tags = new Map<DemoTag, string>()
  for (const [key, tag] of Object.entries(demoTags)) {
    const id = toDemoId(owner, `tag:${key}`)
    const created = await send(client, createTag, { id, ...tag })
    const usable = created ? id : await findOwnTag(client, id, tag.name)
    if (usable) tags.set(key as DemoTag, usable)
  }
  return { lists, tags }
}

/** The owner has renamed ours, or has a tag of that name. */
async function findOwnTag(
  client: DemoClient,
  id: string,
  name: string,
): Promise<string | undefined> {
  type Tags = { tags: { nodes: { id: string; name: string }[] } }
  const nodes = (await send<Tags>(client, listTags))?.tags.nodes ?? []
  const own =
    nodes.find((tag) => tag.id === id) ??
    nodes.find((tag) => tag.name.toLowerCase() === name.toLowerCase())
  return own?.id
}
