import { type FieldNode, Kind, parse } from 'graphql'

/** An operation that a document shows, and where. */
export type Example = {
  query: string
  /** JSON, where the document has some. */
  variables: string | undefined
  /** Its root fields, such as `Query.tasks`. */
  fields: string[]
}

const typeNames = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }

/** What is in blocks of GraphQL, with the block of JSON behind each. */
export function readExamples(markdown: string): Example[] {
  const blocks = [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
  return blocks.flatMap(([, language, query = ''], nth) => {
    if (language !== 'graphql') return []
    const [, nextLanguage, json] = blocks[nth + 1] ?? []
    const takes = query.includes('$') && nextLanguage === 'json'
    return [{ query, variables: takes ? json : undefined, fields: listRootFields(query) }]
  })
}

/** A link that opens GraphiQL with the example in it. */
export function linkToGraphiql({ query, variables }: Example): string {
  const parameters = new URLSearchParams({ query, ...(variables && { variables }) })
  return `/graphql?${parameters}`
}

function listRootFields(query: string): string[] {
  return parse(query).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return []
    return definition.selectionSet.selections
      .filter((selection): selection is FieldNode => selection.kind === Kind.FIELD)
      .map((field) => `${typeNames[definition.operation]}.${field.name.value}`)
  })
}
