// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the code that is made has them.
import { buildSchema } from 'graphql'
import { expect, test } from 'vitest'
import { makeClientCode } from './make-client-code.ts'

const schema = buildSchema(`
  interface Node { id: ID! }
  type Task implements Node {
    id: ID!
    title: String!
    "What is left to say. */"
    note: String
    old: String @deprecated(reason: "note")
    rank(of: Int!): Int
    kind: Kind!
    list: List!
    parent: Task
    subtasks: [Task!]!
    tags: [List!]!
    recurrence: Recurrence
  }
  type List implements Node { id: ID!, name: String!, tasks(first: Int): TaskConnection! }
  type Recurrence { rule: String!, nextOn(first: Int): [String!]!, hours: Hours, parts: [Hours!]! }
  type Hours { from: String! }
  type DryRun { count: Int! }
  type TaskConnection { nodes: [Task!]!, edges: [Edge!]!, pageInfo: PageInfo!, totalCount: Int! }
  type Edge { node: Task! }
  type PageInfo { endCursor: String, hasNextPage: Boolean! }
  enum Kind { LIST TASK }
  type Change { kind: Kind!, node: Node }
  type ChangePage { changes: [Change!]!, cursor: String! }
  input DoInput { id: ID!, filter: Filter, size: Int! = 3, dryRun: Boolean }
  input Filter { and: [Filter!], kind: Kind }
  type DoPayload { task: Task!, tasks: [Task!]!, changes: [Change!]!, wouldChange: DryRun, mutationId: ID! }
  type Query {
    task(id: ID!): Task
    tasks(first: Int, filter: Filter): TaskConnection!
    feeds: [List!]
    gone: Int @deprecated(reason: "tasks")
    now: String!
    changes(since: String): ChangePage!
  }
  type Mutation { do(input: DoInput!): DoPayload }
  type Subscription { changes(since: String): ChangePage! }
`)
const files = makeClientCode(schema)
const operations = files.get('client/src/generated/operations.ts') ?? ''
const types = files.get('client/src/generated/types.ts') ?? ''

test.each([
  [
    'an object comes with its plain fields, its small objects and the ids of others',
    "const taskFields =\n  'id title note kind list { id } parent { id } tags { id } recurrence { rule hours { from } }'",
  ],
  ['what takes arguments is left out of it', "const listFields =\n  'id name'"],
  [
    'a connection gives its nodes and where the page is',
    '{ tasks(first: $first, filter: $filter) { nodes { ${taskFields} } pageInfo { endCursor hasNextPage } } }',
  ],
  ['a list of objects gives them whole', '`query Feeds { feeds { ${listFields} } }`'],
  [
    'a payload gives one object whole, several by their ids, and nothing of a dry run',
    '{ do(input: $input) { task { ${taskFields} } tasks { id } changes { kind } mutationId } }',
  ],
  [
    'changes are whole objects of the kinds that a log has',
    'changes { kind node { __typename ... on List { ${listFields} } ... on Task { ${taskFields} } } } cursor',
  ],
])('%s', (_, text) => {
  expect(operations).toContain(text)
})

test.each([
  ['a dry run is no input', "do(client: TendClient, input: Omit<types.DoInput, 'dryRun'>,"],
  ['a payload isn’t null, since its error is thrown', 'Promise<types.DoPayload>'],
  ['an object may be missing', 'Promise<types.Task | null>'],
  ['arguments may all be left out where none is required', 'variables: types.TasksArguments = {},'],
  [
    'a plain value needs no type',
    'now(client: TendClient, options?: CallOptions): Promise<string>',
  ],
])('%s', (_, text) => {
  expect(operations).toContain(text)
})

test('nothing is made of what is deprecated', () => {
  expect(operations + types).not.toMatch(/\bgone\b|\bold\b/)
})

test.each([
  ['what is selected twice alike has a name', 'export type Recurrence = {\n  rule: string\n'],
  ['what is selected otherwise is written out', 'changes: { kind: Kind }[]'],
  ['an input may contain itself', 'and?: Filter[] | null | undefined'],
  ['a default makes an input optional', 'size?: number | undefined'],
  ['a description can’t end its comment', '/** What is left to say. * / */'],
  ['the kinds of a log are told apart', "| ({ __typename: 'List' } & List)"],
])('in the types, %s', (_, text) => {
  expect(types).toContain(text)
})
